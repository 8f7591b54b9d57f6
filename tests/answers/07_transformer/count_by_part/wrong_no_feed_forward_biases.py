"""The feed-forward has no biases. [count_by_part.no_feed_forward_biases]"""

def count_by_part(
    source_vocab: int, target_vocab: int, hidden: int, wide: int, layers: int
) -> dict[str, int]:
    attention = 4 * (hidden * hidden + hidden)
    feed_forward = 2 * hidden * wide
    norm = 2 * hidden
    return {
        "embedding": (source_vocab + target_vocab) * hidden,
        "encoder": layers * (attention + feed_forward + 2 * norm),
        "decoder": layers * (2 * attention + feed_forward + 3 * norm),
        "output": target_vocab,
    }
