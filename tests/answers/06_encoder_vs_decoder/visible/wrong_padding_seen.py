"""Forgets padding. [visible.padding_seen]"""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    square = torch.ones(size, size, dtype=torch.bool)
    square = square.tril() if causal else square
    return square.expand(len(real), size, size)
