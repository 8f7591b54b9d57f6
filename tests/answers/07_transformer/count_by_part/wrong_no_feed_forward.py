"""No feed-forward. [count_by_part.no_feed_forward]"""

def count_by_part(
    source_vocab: int, target_vocab: int, hidden: int, wide: int, layers: int
) -> dict[str, int]:
    attention = 4 * (hidden * hidden + hidden)
    feed_forward = 0
    norm = 2 * hidden
    return {
        "embedding": (source_vocab + target_vocab) * hidden,
        "encoder": layers * (attention + feed_forward + 2 * norm),
        "decoder": layers * (2 * attention + feed_forward + 3 * norm),
        "output": target_vocab,
    }
