"""From the task text alone: takes the last id of the vocabulary when rounding leaves the sum too small. [draw_token.impossible_drawn]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    total = 0.0
    for token, chance in enumerate(probabilities.tolist()):
        total += chance
        if total > number:
            return token
    return len(probabilities) - 1
