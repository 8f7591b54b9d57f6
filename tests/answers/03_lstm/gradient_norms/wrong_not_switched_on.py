"""Does not ask for a gradient. [gradient_norms.no_gradient_kept]"""
# MEASURED: copied.grad.norm(dim=-1) | torch.linalg.vector_norm(copied.grad, dim=-1) | (copied.grad**2).sum(-1).sqrt()

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach()
    states, _ = network(copied)
    states[-1].sum().backward()
    return MEASURED
