"""Each row is multiplied by its share through broadcasting, then summed over the source axis."""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return (weights.unsqueeze(-1) * memory.unsqueeze(-3)).sum(-2)
