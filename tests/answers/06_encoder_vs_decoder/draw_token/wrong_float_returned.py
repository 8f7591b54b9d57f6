"""Returns a number with a decimal point. [draw_token.not_an_int]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    above = (probabilities.cumsum(0) > number).nonzero()
    if len(above) == 0:
        above = probabilities.nonzero().flip(0)
    return float(above[0])
