"""From the task text alone: the mean of squares less the square of the mean. [layer_norm.difference_of_squares]"""

@shaped
def layer_norm(
    x: Float[Tensor, "*batch token hidden"],
    weight: Float[Tensor, "hidden"],
    bias: Float[Tensor, "hidden"],
    eps: float = 1e-5,
) -> Float[Tensor, "*batch token hidden"]:
    centred = x - x.mean(-1, keepdim=True)
    variance = x.square().mean(-1, keepdim=True) - x.mean(-1, keepdim=True).square()
    return centred / (variance + eps).sqrt() * weight + bias
