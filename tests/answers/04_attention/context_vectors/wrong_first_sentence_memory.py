"""From the task text alone: takes the memory of the first sentence for the whole batch. [context_vectors.first_memory]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    while memory.dim() > 2:
        memory = memory[0]
    return weights @ memory
