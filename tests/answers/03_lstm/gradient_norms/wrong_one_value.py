"""Goes back from one value of the last state. [gradient_norms.one_value]"""
# VALUE: states[-1][0] | states[-1, -1] | states[-1].max()

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    VALUE.backward()
    return copied.grad.norm(dim=-1)
