"""Returns a tensor. [draw_token.not_an_int]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    return (probabilities.cumsum(0) > number).int().argmax()
