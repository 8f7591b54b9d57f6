"""Measures one token after the other."""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    network(copied)[0][len(vectors) - 1].sum().backward()
    return torch.stack([row.norm() for row in copied.grad])
