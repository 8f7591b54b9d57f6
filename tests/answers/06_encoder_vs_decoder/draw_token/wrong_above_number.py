"""Compares single probabilities. [draw_token.above_number]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    return int((probabilities > number).int().argmax())
