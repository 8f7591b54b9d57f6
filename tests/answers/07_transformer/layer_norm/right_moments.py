"""By sums of what is left after the mean."""

@shaped
def layer_norm(
    x: Float[Tensor, "*batch token hidden"],
    weight: Float[Tensor, "hidden"],
    bias: Float[Tensor, "hidden"],
    eps: float = 1e-5,
) -> Float[Tensor, "*batch token hidden"]:
    size = x.shape[-1]
    rest = x - x.sum(-1, keepdim=True) / size
    spread = torch.einsum("...i,...i->...", rest, rest) / size
    return bias + weight * rest / torch.sqrt(spread + eps).unsqueeze(-1)
