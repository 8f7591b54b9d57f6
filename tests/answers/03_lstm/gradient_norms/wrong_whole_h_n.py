"""From the task text alone: adds up the whole of h_n instead of the last row of the states: with two layers the lower layer's last state is counted too. [gradient_norms.all_layers]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()

    _, last = network(copied)
    h_n = last[0] if isinstance(last, tuple) else last
    h_n.sum().backward()
    return copied.grad.norm(dim=-1)
