"""Adds up the source tokens one by one with outer products."""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    mixed = memory.new_zeros(*weights.shape[:-1], memory.shape[-1])
    for place in range(memory.shape[-2]):
        mixed = mixed + weights[..., place : place + 1] * memory[..., place : place + 1, :]
    return mixed
