"""Takes the mean of the last state. [gradient_norms.mean_state]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[-1].mean().backward()
    return copied.grad.norm(dim=-1)
