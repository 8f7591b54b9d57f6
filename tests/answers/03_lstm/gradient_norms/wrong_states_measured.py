"""Measures the states and not the gradient. [gradient_norms.not_the_gradient]"""
# MEASURED: states | copied | vectors

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[-1].sum().backward()
    return MEASURED.norm(dim=-1)
