"""From the task text alone: makes an nn.LayerNorm and calls it. [layer_norm.ready]"""

@shaped
def layer_norm(
    x: Float[Tensor, "*batch token hidden"],
    weight: Float[Tensor, "hidden"],
    bias: Float[Tensor, "hidden"],
    eps: float = 1e-5,
) -> Float[Tensor, "*batch token hidden"]:
    norm = nn.LayerNorm(x.shape[-1], eps)
    norm.weight.data, norm.bias.data = weight, bias
    return norm(x)
