"""Takes the mean of all states. [gradient_norms.mean_of_all]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states.mean().backward()
    return copied.grad.norm(dim=-1)
