"""Multiplies with mm, which takes matrices only. [context_vectors.batch_dropped]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return torch.mm(weights, memory)
