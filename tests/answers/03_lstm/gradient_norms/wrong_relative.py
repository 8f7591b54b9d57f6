"""From the task text alone: divides by the last token's norm, because the prediction compares with it. [gradient_norms.scaled_to_one]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[-1].sum().backward()
    lengths = copied.grad.norm(dim=1)
    return lengths / lengths[-1]
