"""From the task text alone: squeezes the result: with one step or a batch of one an axis is lost. [context_vectors.axis_lost]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return (weights.unsqueeze(-1) * memory.unsqueeze(-3)).sum(-2).squeeze()
