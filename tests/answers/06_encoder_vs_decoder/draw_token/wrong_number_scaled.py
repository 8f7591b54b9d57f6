"""Multiplies the number by the size. [draw_token.number_scaled]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    return int(number * len(probabilities))
