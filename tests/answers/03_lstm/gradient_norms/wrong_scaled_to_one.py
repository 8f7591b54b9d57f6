"""Divides by the last. [gradient_norms.scaled_to_one]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[-1].sum().backward()
    norms = copied.grad.norm(dim=-1)
    return norms / norms[-1]
