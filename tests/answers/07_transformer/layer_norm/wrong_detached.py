"""No gradient through mean and variance. [layer_norm.gradient_cut]"""

@shaped
def layer_norm(
    x: Float[Tensor, "*batch token hidden"],
    weight: Float[Tensor, "hidden"],
    bias: Float[Tensor, "hidden"],
    eps: float = 1e-5,
) -> Float[Tensor, "*batch token hidden"]:
    centred = x - x.mean(-1, keepdim=True).detach()
    variance = centred.square().mean(-1, keepdim=True).detach()
    return centred / (variance + eps).sqrt() * weight + bias
