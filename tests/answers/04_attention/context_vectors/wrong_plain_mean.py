"""Takes the mean. [context_vectors.plain_mean]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return memory.mean(-2, keepdim=True).expand(*weights.shape[:-1], -1)
