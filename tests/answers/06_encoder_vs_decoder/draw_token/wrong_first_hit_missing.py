"""Takes the first hit, where there is none too. [draw_token.nothing_drawn]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    above = (probabilities.cumsum(0) > number).nonzero()
    return int(above[0])
