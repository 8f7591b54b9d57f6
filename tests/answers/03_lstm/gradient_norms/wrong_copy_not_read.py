"""Makes the copy and gives the vectors that came in to the network. [gradient_norms.no_gradient_kept]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(vectors)
    states[-1].sum().backward()
    return copied.grad.norm(dim=-1)
