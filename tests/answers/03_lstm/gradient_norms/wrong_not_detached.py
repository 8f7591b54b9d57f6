"""Copies vectors and leaves them hanging on what they were made of. [gradient_norms.not_detached]"""
# MEASURED: copied.grad.norm(dim=-1) | torch.linalg.vector_norm(copied.grad, dim=-1) | (copied.grad**2).sum(-1).sqrt()

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().requires_grad_()
    states, _ = network(copied)
    states[-1].sum().backward()
    return MEASURED
