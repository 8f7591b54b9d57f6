"""Takes the likeliest. [draw_token.likeliest_taken]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    return int(probabilities.argmax())
