"""Joins with or. [visible.joined_with_or]"""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    square = torch.ones(size, size, dtype=torch.bool)
    return square.tril() | real.unsqueeze(1) if causal else square & real.unsqueeze(1)
