"""Measures everything at once. [gradient_norms.one_norm]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[-1].sum().backward()
    return copied.grad.norm()
