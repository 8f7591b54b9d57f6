"""From the task text alone: no copy: switches requires_grad on for the caller's tensor, and its grad piles up from call to call. [gradient_norms.no_copy]"""

@shaped
def gradient_norms(
    network: nn.Module, vectors: Float[Tensor, "token embedding"]
) -> Float[Tensor, "token"]:
    vectors.requires_grad_()
    hidden_states, _ = network(vectors)
    hidden_states[-1].sum().backward()
    return vectors.grad.norm(dim=-1)
