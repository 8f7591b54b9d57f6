"""An axis that the mean was taken over is not kept. [layer_norm.axis_lost]"""

@shaped
def layer_norm(
    x: Float[Tensor, "*batch token hidden"],
    weight: Float[Tensor, "hidden"],
    bias: Float[Tensor, "hidden"],
    eps: float = 1e-5,
) -> Float[Tensor, "*batch token hidden"]:
    centred = x - x.mean(-1)
    variance = centred.square().mean(-1)
    return centred / (variance + eps).sqrt() * weight + bias
