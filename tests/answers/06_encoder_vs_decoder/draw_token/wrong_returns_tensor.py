"""From the task text alone: returns a tensor instead of an int. [draw_token.not_an_int]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    above = (probabilities.cumsum(0) > number).nonzero()
    if len(above) == 0:
        above = probabilities.nonzero().flip(0)
    return above[0, 0]
