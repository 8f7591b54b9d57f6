"""Compares cumsum with the number and takes the first hit."""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    above = (probabilities.cumsum(0) > number).nonzero()
    if len(above) == 0:
        above = probabilities.nonzero().flip(0)
    return int(above[0])
