"""From the task text alone: a small number under the root hides lengths below 1e-6. [gradient_norms.floor_added]"""


@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    copied = vectors.clone().detach().requires_grad_()
    hidden_states, _ = network(copied)
    hidden_states[-1].sum().backward()
    return (copied.grad.square().sum(dim=1) + 1e-12).sqrt()
