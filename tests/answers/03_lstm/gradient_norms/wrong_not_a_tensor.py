"""Gives a list of Python numbers. [gradient_norms.not_a_tensor]"""
# MEASURED: [row.norm().item() for row in copied.grad] | copied.grad.norm(dim=-1).tolist() | copied.grad.norm(dim=-1).numpy() | [row.norm() for row in copied.grad]

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    states, _ = network(copied)
    states[-1].sum().backward()
    return MEASURED
