"""Takes the best one. [context_vectors.best_only]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    best = weights.argmax(-1)
    return memory[best] if memory.ndim == 2 else memory[torch.arange(len(memory))[:, None], best]
