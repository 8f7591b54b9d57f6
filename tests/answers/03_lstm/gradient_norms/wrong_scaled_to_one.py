"""Divides by one of the lengths. [gradient_norms.scaled_to_one]"""
# SCALE: norms[-1] | norms[0] | norms.max() | norms.sum()

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[-1].sum().backward()
    norms = copied.grad.norm(dim=-1)
    return norms / SCALE
