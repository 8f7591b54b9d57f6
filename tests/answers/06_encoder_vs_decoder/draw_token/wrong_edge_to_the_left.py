"""Takes the first that is not smaller. [draw_token.edge_to_the_left]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    possible = probabilities.nonzero().squeeze(1)
    place = int((probabilities[possible].cumsum(0) < number).sum())
    return int(possible[min(place, len(possible) - 1)])
