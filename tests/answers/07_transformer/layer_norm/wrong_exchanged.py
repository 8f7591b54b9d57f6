"""Adds the weight and multiplies by the bias. [layer_norm.exchanged]"""

@shaped
def layer_norm(
    x: Float[Tensor, "*batch token hidden"],
    weight: Float[Tensor, "hidden"],
    bias: Float[Tensor, "hidden"],
    eps: float = 1e-5,
) -> Float[Tensor, "*batch token hidden"]:
    centred = x - x.mean(-1, keepdim=True)
    variance = centred.square().mean(-1, keepdim=True)
    return centred / (variance + eps).sqrt() * bias + weight
