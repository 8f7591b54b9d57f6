"""From the task text alone: sends the weights through the softmax once more. [context_vectors.softmax_twice]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return weights.softmax(-1) @ memory
