"""Both tables are of one vocabulary. [count_by_part.one_vocabulary]"""
# VOCABULARY: source_vocab | target_vocab

def count_by_part(
    source_vocab: int, target_vocab: int, hidden: int, wide: int, layers: int
) -> dict[str, int]:
    attention = 4 * (hidden * hidden + hidden)
    feed_forward = hidden * wide + wide + wide * hidden + hidden
    norm = 2 * hidden
    return {
        "embedding": 2 * VOCABULARY * hidden,
        "encoder": layers * (attention + feed_forward + 2 * norm),
        "decoder": layers * (2 * attention + feed_forward + 3 * norm),
        "output": target_vocab,
    }
