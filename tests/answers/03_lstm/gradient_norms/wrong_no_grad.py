"""Reads under no_grad, as one does with a model that is not trained. [gradient_norms.no_way_back]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    with torch.no_grad():
        states, _ = network(copied)
    states[-1].sum().backward()
    return copied.grad.norm(dim=-1)
