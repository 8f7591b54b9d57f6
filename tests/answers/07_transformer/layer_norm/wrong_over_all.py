"""From the task text alone: one mean and variance of all that came. [layer_norm.over_all]"""

@shaped
def layer_norm(
    x: Float[Tensor, "*batch token hidden"],
    weight: Float[Tensor, "hidden"],
    bias: Float[Tensor, "hidden"],
    eps: float = 1e-5,
) -> Float[Tensor, "*batch token hidden"]:
    centred = x - x.mean()
    variance = centred.square().mean()
    return centred / (variance + eps).sqrt() * weight + bias
