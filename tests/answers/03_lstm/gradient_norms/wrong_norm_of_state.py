"""Goes back from the norm of the last state. [gradient_norms.norm_of_state]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[-1].norm().backward()
    return copied.grad.norm(dim=-1)
