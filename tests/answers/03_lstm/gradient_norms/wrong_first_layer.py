"""Takes the first layer's last state. [gradient_norms.first_layer]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    _, last = network(copied)
    h_n = last[0] if isinstance(last, tuple) else last
    h_n[0].sum().backward()
    return copied.grad.norm(dim=-1)
