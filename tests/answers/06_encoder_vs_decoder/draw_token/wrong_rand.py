"""Makes a number itself. [draw_token.own_number: used]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    number = float(torch.rand(()))
    possible = probabilities.nonzero().squeeze(1)
    place = int((probabilities[possible].cumsum(0) <= number).sum())
    return int(possible[min(place, len(possible) - 1)])
