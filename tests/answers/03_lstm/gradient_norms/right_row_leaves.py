"""makes every token its own leaf, stacks them for the network and reads each leaf's gradient."""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    rows = [vector.clone().detach().requires_grad_() for vector in vectors]
    states, _ = network(torch.stack(rows))
    states[-1].sum().backward()
    return torch.stack([row.grad.norm() for row in rows])
