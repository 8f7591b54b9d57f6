"""From the task text alone: only no or one batch axis works. [context_vectors.batch_dropped]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    if weights.dim() == 2:
        return torch.einsum("ts,sh->th", weights, memory)
    return torch.einsum("bts,bsh->bth", weights, memory)
