"""Forgets to add up. [context_vectors.not_summed]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return weights.unsqueeze(-1) * memory.unsqueeze(-3)
