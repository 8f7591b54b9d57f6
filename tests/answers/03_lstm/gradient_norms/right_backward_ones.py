"""instead of summing, hands backward() a vector of ones, which is the same gradient."""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    last = network(copied)[0][-1]
    last.backward(torch.ones_like(last))
    return torch.linalg.vector_norm(copied.grad, dim=-1)
