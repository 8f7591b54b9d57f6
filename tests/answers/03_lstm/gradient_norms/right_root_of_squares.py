"""writes the Euclidean length out as the root of summed squares."""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    output = network(copied)
    last = output[0][len(vectors) - 1]
    total = torch.sum(last)
    total.backward()
    return torch.sqrt((copied.grad ** 2).sum(dim=-1))
