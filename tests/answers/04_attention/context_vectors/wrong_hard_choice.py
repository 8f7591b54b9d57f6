"""From the task text alone: takes the row with the largest weight instead of mixing. [context_vectors.best_only]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    best = weights.argmax(-1)
    return torch.nn.functional.one_hot(best, memory.shape[-2]).to(memory.dtype) @ memory
