"""Goes back from the first state. [gradient_norms.first_state]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[0].sum().backward()
    return copied.grad.norm(dim=-1)
