"""Moves the diagonal. [visible.one_too_far]"""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    square = torch.ones(size, size, dtype=torch.bool)
    square = square.tril(1) if causal else square
    return square & real.unsqueeze(1)
