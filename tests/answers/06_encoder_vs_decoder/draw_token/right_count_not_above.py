"""Counts the sums that are not above the number."""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    count = int((torch.cumsum(probabilities, dim=0) <= number).sum())
    if count == len(probabilities):
        count = int(probabilities.nonzero()[-1])
    return count
