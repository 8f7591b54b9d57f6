"""From the task text alone: measures along the tokens, so there is one length for each place of the embedding. [gradient_norms.norm_of_axis]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[-1].sum().backward()
    return copied.grad.norm(dim=0)
