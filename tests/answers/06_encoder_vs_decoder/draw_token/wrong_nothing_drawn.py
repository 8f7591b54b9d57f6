"""Counts sums below. [draw_token.nothing_drawn]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    return int((probabilities.cumsum(0) <= number).sum())
