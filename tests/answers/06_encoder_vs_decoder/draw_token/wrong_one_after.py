"""Counts one too many. [draw_token.one_after]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    return int((probabilities.cumsum(0) <= number).sum()) + 1
