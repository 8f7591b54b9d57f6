"""Searches the sums."""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    last = int(probabilities.nonzero()[-1])
    place = int(torch.searchsorted(probabilities.cumsum(0), number, right=True))
    return min(place, last)
