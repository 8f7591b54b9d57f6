"""From the task text alone: takes the first sum that is at least the number, which can draw a token of probability 0. [draw_token.impossible_drawn, draw_token.edge_to_the_left]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    total = 0.0
    for token, chance in enumerate(probabilities.tolist()):
        total += chance
        if total >= number:
            return token
    return int(probabilities.nonzero()[-1])
