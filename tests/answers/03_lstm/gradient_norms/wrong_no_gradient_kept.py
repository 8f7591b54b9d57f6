"""Reads the gradient of the vectors that came in, or of the states. [gradient_norms.no_gradient_kept]"""
# MEASURED: vectors.grad.norm(dim=-1) | torch.linalg.vector_norm(vectors.grad, dim=-1) | torch.stack([row.norm() for row in vectors.grad]) | (vectors.grad**2).sum(-1).sqrt() | states.grad.norm(dim=-1)

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[-1].sum().backward()
    return MEASURED
