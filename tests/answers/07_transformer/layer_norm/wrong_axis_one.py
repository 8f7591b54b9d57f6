"""From the task text alone: the axis is counted from the front (1), wrong with a batch. [layer_norm.axis_from_front]"""

@shaped
def layer_norm(
    x: Float[Tensor, "*batch token hidden"],
    weight: Float[Tensor, "hidden"],
    bias: Float[Tensor, "hidden"],
    eps: float = 1e-5,
) -> Float[Tensor, "*batch token hidden"]:
    axis = 1
    mean = x.mean(dim=axis, keepdim=True)
    var = x.var(dim=axis, correction=0, keepdim=True)
    return (x - mean) / torch.sqrt(var + eps) * weight + bias
