"""Reads the gradient of the vectors that came in. [gradient_norms.no_gradient_kept]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[-1].sum().backward()
    return vectors.grad.norm(dim=-1)
