"""Detaches the states. [gradient_norms.no_way_back]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[-1].detach().sum().backward()
    return copied.grad.norm(dim=-1)
