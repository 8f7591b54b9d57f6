"""measures one token after the other in a Python loop and stacks the lengths."""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach()
    copied.requires_grad_()
    states, *_ = network(copied)
    total = 0
    for value in states[-1]:
        total = total + value
    total.backward()
    lengths = []
    for gradient in copied.grad:
        lengths.append(torch.dot(gradient, gradient).sqrt())
    return torch.stack(lengths)
