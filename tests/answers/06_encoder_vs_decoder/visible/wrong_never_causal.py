"""Ignores causal. [visible.never_causal]"""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    square = torch.ones(size, size, dtype=torch.bool)
    return square & real.unsqueeze(1)
