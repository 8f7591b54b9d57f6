"""From the task text alone: takes the second thing returned as the last state and adds the LSTM's cell state to it. [gradient_norms.cell_added]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    _, last = network(copied)
    if isinstance(last, tuple):
        total = last[0].sum() + last[1].sum()
    else:
        total = last.sum()
    total.backward()
    return copied.grad.norm(dim=1)
