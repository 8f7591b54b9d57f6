"""From the task text alone: adds up the weights of all steps and returns the same vector at each step, as in 02. [context_vectors.one_vector]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    whole = weights.mean(-2, keepdim=True) @ memory
    return whole.expand(*weights.shape[:-1], memory.shape[-1])
