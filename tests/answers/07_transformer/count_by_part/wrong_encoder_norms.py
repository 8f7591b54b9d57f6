"""Another number of norms in the encoder. [count_by_part.encoder_norms]"""
# NORMS: 1 | 3

def count_by_part(
    source_vocab: int, target_vocab: int, hidden: int, wide: int, layers: int
) -> dict[str, int]:
    attention = 4 * (hidden * hidden + hidden)
    feed_forward = hidden * wide + wide + wide * hidden + hidden
    norm = 2 * hidden
    return {
        "embedding": (source_vocab + target_vocab) * hidden,
        "encoder": layers * (attention + feed_forward + NORMS * norm),
        "decoder": layers * (2 * attention + feed_forward + 3 * norm),
        "output": target_vocab,
    }
