"""Adds up all states. [gradient_norms.all_states]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states.sum().backward()
    return copied.grad.norm(dim=-1)
