"""Adds up h_n, in which every layer has its last state. [gradient_norms.all_layers]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    _, last = network(copied)
    h_n = last[0] if isinstance(last, tuple) else last
    h_n.sum().backward()
    return copied.grad.norm(dim=-1)
