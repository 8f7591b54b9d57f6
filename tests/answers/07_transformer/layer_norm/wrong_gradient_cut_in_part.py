"""No gradient through the mean, or through the variance. [layer_norm.gradient_cut]"""
# MOMENTS: mean.detach(), variance | mean, variance.detach()

@shaped
def layer_norm(
    x: Float[Tensor, "*batch token hidden"],
    weight: Float[Tensor, "hidden"],
    bias: Float[Tensor, "hidden"],
    eps: float = 1e-5,
) -> Float[Tensor, "*batch token hidden"]:
    mean, variance = x.mean(-1, keepdim=True), x.var(-1, keepdim=True, correction=0)
    mean, variance = MOMENTS
    return (x - mean) / (variance + eps).sqrt() * weight + bias
