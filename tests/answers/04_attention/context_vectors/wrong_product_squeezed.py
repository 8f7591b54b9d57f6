"""From the task text alone: squeezes the product. [context_vectors.axis_lost]"""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return torch.matmul(weights, memory).squeeze()
