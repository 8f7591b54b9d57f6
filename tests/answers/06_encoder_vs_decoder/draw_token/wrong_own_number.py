"""Draws by itself. [draw_token.own_number: used]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    return int(torch.multinomial(probabilities, 1, generator=torch.Generator().manual_seed(3)))
