"""From the task text alone: takes the likeliest token whatever the number is. [draw_token.likeliest_taken]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    return int(probabilities.argmax())
