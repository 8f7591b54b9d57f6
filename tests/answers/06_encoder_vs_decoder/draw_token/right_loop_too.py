"""Adds up in a Python loop and remembers the last token with a probability."""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    total = 0.0
    last = 0
    for token, chance in enumerate(probabilities.tolist()):
        total += chance
        if chance > 0:
            last = token
        if total > number:
            return token
    return last
