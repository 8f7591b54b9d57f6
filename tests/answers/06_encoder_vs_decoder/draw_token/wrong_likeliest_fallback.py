"""From the task text alone: takes the likeliest token when rounding leaves the sum too small. [draw_token.likeliest_at_last]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    above = (probabilities.cumsum(0) > number).nonzero()
    if len(above) == 0:
        return int(probabilities.argmax())
    return int(above[0])
