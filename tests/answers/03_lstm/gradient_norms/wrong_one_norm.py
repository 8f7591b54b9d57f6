"""Measures everything at once. [gradient_norms.one_norm]"""
# MEASURED: copied.grad.norm() | copied.grad.norm(dim=-1).sum() | copied.grad.norm(dim=-1).mean()

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[-1].sum().backward()
    return MEASURED
