"""From the task text alone: divides the mix by the number of source tokens as well. [context_vectors.divided]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return weights @ memory / memory.shape[-2]
