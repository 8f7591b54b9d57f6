"""From the task text alone: adds the probabilities up from the largest instead of in the order of ids. [draw_token.likeliest_first]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    values, order = probabilities.sort(descending=True)
    above = (values.cumsum(0) > number).nonzero()
    if len(above) == 0:
        return int(probabilities.nonzero()[-1])
    return int(order[above[0]])
