"""Takes the largest value of each token's gradient for its length. [gradient_norms.largest_value]"""
# MEASURED: copied.grad.abs().max(-1).values | copied.grad.amax(-1)

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[-1].sum().backward()
    return MEASURED
