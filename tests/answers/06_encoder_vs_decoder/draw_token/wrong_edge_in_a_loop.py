"""From the task text alone: stops where the sum has come to number, among tokens that are possible. [draw_token.edge_to_the_left]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    total, last = 0.0, 0
    for token, chance in enumerate(probabilities.tolist()):
        if chance == 0:
            continue
        total, last = total + chance, token
        if number <= total:
            break
    return last
