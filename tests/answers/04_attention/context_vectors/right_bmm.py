"""Flattens any batch axes to one, uses bmm, and restores the shape."""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    first = weights.reshape(-1, *weights.shape[-2:])
    second = memory.reshape(-1, *memory.shape[-2:])
    return torch.bmm(first, second).reshape(*weights.shape[:-1], memory.shape[-1])
