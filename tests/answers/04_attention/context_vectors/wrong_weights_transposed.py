"""From the task text alone: transposes the weights before the product. [context_vectors.sides_swapped]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return weights.transpose(-2, -1) @ memory
