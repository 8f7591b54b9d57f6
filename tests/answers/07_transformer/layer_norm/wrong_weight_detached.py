"""No gradient reaches the weight, the bias, or both. [layer_norm.weight_cut]"""
# LEARNT: weight.detach() + bias | weight + bias.detach() | weight.detach() + bias.detach()

@shaped
def layer_norm(
    x: Float[Tensor, "*batch token hidden"],
    weight: Float[Tensor, "hidden"],
    bias: Float[Tensor, "hidden"],
    eps: float = 1e-5,
) -> Float[Tensor, "*batch token hidden"]:
    centred = x - x.mean(-1, keepdim=True)
    variance = centred.square().mean(-1, keepdim=True)
    return centred / (variance + eps).sqrt() * LEARNT
