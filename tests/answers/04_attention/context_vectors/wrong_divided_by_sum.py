"""Divides the weights by their sum once more. [context_vectors.normalised]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return (weights / weights.sum(-1, keepdim=True)) @ memory
