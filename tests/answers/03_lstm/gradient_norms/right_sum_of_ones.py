"""Goes back from the last state with a gradient of ones."""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach()
    copied.requires_grad_()
    states, _ = network(copied)
    states[-1].backward(torch.ones_like(states[-1]))
    return copied.grad.pow(2).sum(1).sqrt()
