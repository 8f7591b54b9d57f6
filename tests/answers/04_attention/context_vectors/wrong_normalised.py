"""From the task text alone: divides by the sum of the weights, which gives NaN where all weights are 0. [context_vectors.normalised]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return weights @ memory / weights.sum(-1, keepdim=True)
