"""Returns one row for all. [visible.not_spread]"""


@shaped
def visible(real: Bool[Tensor, "batch token"], causal: bool) -> Bool[Tensor, "batch token token"]:
    size = real.shape[1]
    return real.unsqueeze(1)
