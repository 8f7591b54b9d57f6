"""Adds up from the end. [draw_token.from_the_end]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    sums = probabilities.flip(0).cumsum(0)
    return len(probabilities) - 1 - int((sums <= number).sum())
