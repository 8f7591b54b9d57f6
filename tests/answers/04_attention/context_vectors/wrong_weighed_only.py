"""From the task text alone: multiplies each row by its weight and returns all of them. [context_vectors.not_summed]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return torch.einsum("...ts,...sh->...tsh", weights, memory)
