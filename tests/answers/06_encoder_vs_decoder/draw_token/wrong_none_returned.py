"""From the task text alone: goes to the end of the loop where the sum falls short. [draw_token.nothing_drawn]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    total = 0.0
    for token, chance in enumerate(probabilities.tolist()):
        total += chance
        if total > number:
            return token
