"""Finds the place by binary search on the right side and clips to the last possible token."""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    sums = probabilities.double().cumsum(0)
    place = torch.searchsorted(sums, number, right=True).item()
    return min(int(place), int(probabilities.nonzero().max()))
