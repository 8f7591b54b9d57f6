"""Puts the memory on the left. [context_vectors.sides_swapped]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return memory @ weights
