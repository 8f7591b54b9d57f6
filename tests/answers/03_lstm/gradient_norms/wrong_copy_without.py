"""Copies after switching the gradient on, and reads that of the copy. [gradient_norms.no_gradient_kept]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.requires_grad_().clone().detach()
    states, _ = network(copied)
    states[-1].sum().backward()
    return copied.grad.norm(dim=-1)
