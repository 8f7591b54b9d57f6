"""From the task text alone: draws with torch.multinomial and ignores the number. [draw_token.own_number: used]"""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    return int(torch.multinomial(probabilities, 1))
