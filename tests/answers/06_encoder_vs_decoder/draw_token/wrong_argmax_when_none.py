"""From the task text alone: takes argmax of an all-False comparison, which is token 0, when the sum stays too small. [draw_token.first_at_last]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    return int((probabilities.cumsum(0) > number).int().argmax())
