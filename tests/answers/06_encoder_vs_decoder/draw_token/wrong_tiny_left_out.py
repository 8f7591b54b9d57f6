"""From the task text alone: very small probabilities count as 0. [draw_token.small_left_out]"""

@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    alive = (probabilities > 1e-6).nonzero().squeeze(1)
    sums = probabilities[alive].cumsum(dim=0)
    place = int((sums <= number).sum())
    return int(alive[min(place, len(alive) - 1)])
