"""Adds up over the steps too. [context_vectors.one_vector]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return (weights @ memory).sum(-2)
