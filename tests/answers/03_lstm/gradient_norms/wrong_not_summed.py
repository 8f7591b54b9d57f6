"""Calls backward on a vector. [gradient_norms.not_summed]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[-1].backward()
    return copied.grad.norm(dim=-1)
