"""Divides by d - 1. [layer_norm.unbiased]"""

@shaped
def layer_norm(
    x: Float[Tensor, "*batch token hidden"],
    weight: Float[Tensor, "hidden"],
    bias: Float[Tensor, "hidden"],
    eps: float = 1e-5,
) -> Float[Tensor, "*batch token hidden"]:
    centred = x - x.mean(-1, keepdim=True)
    variance = x.var(-1, keepdim=True)
    return centred / (variance + eps).sqrt() * weight + bias
