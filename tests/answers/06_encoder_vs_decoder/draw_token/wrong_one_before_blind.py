"""From the task text alone: returns the token before the first at which the sum is greater. [draw_token.one_before]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    above = (probabilities.cumsum(0) > number).nonzero()
    if len(above) == 0:
        return int(probabilities.nonzero()[-1])
    return max(int(above[0]) - 1, 0)
