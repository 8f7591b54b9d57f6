"""Goes back twice. [gradient_norms.no_way_back]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    total = states[-1].sum()
    total.backward()
    total.backward()
    return copied.grad.norm(dim=-1)
