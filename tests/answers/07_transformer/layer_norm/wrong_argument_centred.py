"""From the task text alone: subtracts the mean from the argument itself. [layer_norm.changed]"""

@shaped
def layer_norm(
    x: Float[Tensor, "*batch token hidden"],
    weight: Float[Tensor, "hidden"],
    bias: Float[Tensor, "hidden"],
    eps: float = 1e-5,
) -> Float[Tensor, "*batch token hidden"]:
    x -= x.mean(-1, keepdim=True)
    variance = x.square().mean(-1, keepdim=True)
    return x / (variance + eps).sqrt() * weight + bias
