"""Takes the first memory of a batch for all its sentences. [context_vectors.first_memory]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return weights @ (memory[0] if memory.ndim > 2 else memory)
