"""Cuts at the last id. [draw_token.impossible_drawn]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    return min(int((probabilities.cumsum(0) <= number).sum()), len(probabilities) - 1)
