"""From the task text alone: adds a batch axis in the middle, wrong for batch_first. [gradient_norms.batch_added]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied.unsqueeze(1))
    states[-1].sum().backward()
    return copied.grad.norm(dim=1)
