"""Takes the first place that is true."""


@shaped
def draw_token(probabilities: Float[Tensor, "vocab"], number: float) -> int:
    reached = (probabilities.cumsum(0) > number) & (probabilities > 0)
    if reached.any():
        return int(reached.int().argmax())
    return int(torch.nonzero(probabilities).max())
