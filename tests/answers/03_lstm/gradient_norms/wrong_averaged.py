"""Divides by the number of values. [gradient_norms.averaged]"""
# MEASURED: copied.grad.abs().mean(-1) | copied.grad.mean(-1) | copied.grad.norm(dim=-1) / copied.shape[-1]

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[-1].sum().backward()
    return MEASURED
