"""From the task text alone: writes an einsum for two axes only, so a batch raises an error. [context_vectors.batch_dropped]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return torch.einsum("ts,sh->th", weights, memory)
