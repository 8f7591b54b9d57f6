"""From the task text alone: adds a batch axis in front although batch_first is off, so the tokens become a batch of sentences of one. [gradient_norms.tokens_apart]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied.unsqueeze(0))
    states[-1].sum().backward()
    return copied.grad.norm(dim=1)
