"""Asks autograd for the gradient instead of calling backward."""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.detach().clone().requires_grad_(True)
    last = network(copied)[0][-1]
    (gradient,) = torch.autograd.grad(last.sum(), copied)
    return torch.linalg.vector_norm(gradient, dim=1)
