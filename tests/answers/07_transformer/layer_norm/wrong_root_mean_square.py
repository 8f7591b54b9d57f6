"""The root mean square of x, from which no mean is taken. [layer_norm.root_mean_square]"""

@shaped
def layer_norm(
    x: Float[Tensor, "*batch token hidden"],
    weight: Float[Tensor, "hidden"],
    bias: Float[Tensor, "hidden"],
    eps: float = 1e-5,
) -> Float[Tensor, "*batch token hidden"]:
    centred = x
    variance = centred.square().mean(-1, keepdim=True)
    return centred / (variance + eps).sqrt() * weight + bias
