"""One layer of the feed-forward. [count_by_part.half_feed_forward]"""
# LAYER: hidden * wide + wide | wide * hidden + hidden

def count_by_part(
    source_vocab: int, target_vocab: int, hidden: int, wide: int, layers: int
) -> dict[str, int]:
    attention = 4 * (hidden * hidden + hidden)
    feed_forward = LAYER
    norm = 2 * hidden
    return {
        "embedding": (source_vocab + target_vocab) * hidden,
        "encoder": layers * (attention + feed_forward + 2 * norm),
        "decoder": layers * (2 * attention + feed_forward + 3 * norm),
        "output": target_vocab,
    }
