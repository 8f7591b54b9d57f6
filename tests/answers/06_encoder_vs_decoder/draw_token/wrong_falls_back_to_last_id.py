"""From the task text alone: when the sum never gets greater, the last id is taken even if its probability is 0. [draw_token.impossible_drawn]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    sums = torch.cumsum(probabilities, dim=0)
    place = (sums <= number).sum().item()
    return min(place, len(probabilities) - 1)
