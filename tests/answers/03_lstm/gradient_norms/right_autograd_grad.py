"""asks torch.autograd.grad for the same gradient, so that the network's own weights collect none."""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    (gradient,) = torch.autograd.grad(states[-1].sum(), copied)
    return gradient.norm(dim=-1)
