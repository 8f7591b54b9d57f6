"""Returns the gradients themselves. [gradient_norms.gradients_returned]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[-1].sum().backward()
    return copied.grad
