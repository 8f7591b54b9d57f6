"""From the task text alone: vocabularies of one size are counted as one table. [count_by_part.equal_tables_once]"""

def count_by_part(
    source_vocab: int, target_vocab: int, hidden: int, wide: int, layers: int
) -> dict[str, int]:
    attention = 4 * (hidden * hidden + hidden)
    feed_forward = hidden * wide + wide + wide * hidden + hidden
    norm = 2 * hidden
    return {
        "embedding": sum({source_vocab, target_vocab}) * hidden,
        "encoder": layers * (attention + feed_forward + 2 * norm),
        "decoder": layers * (2 * attention + feed_forward + 3 * norm),
        "output": target_vocab,
    }
