"""From the task text alone: the first sum greater than or equal to the number is taken, so a sum equal to it (also 0) counts. [draw_token.impossible_drawn]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    sums = probabilities.cumsum(dim=0)
    last = int(probabilities.nonzero()[-1])
    index = int(torch.searchsorted(sums, number))
    return min(index, last)
