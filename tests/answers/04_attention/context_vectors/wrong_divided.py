"""Divides by the number of tokens. [context_vectors.divided]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return weights @ memory / memory.shape[-2]
