"""From the task text alone: detaches the weights, so that where to look is never learnt. [context_vectors.gradient_cut]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return weights.detach() @ memory
