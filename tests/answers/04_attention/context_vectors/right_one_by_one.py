"""Mixes for one step after the other."""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    steps = [row.unsqueeze(-2) @ memory for row in weights.unbind(-2)]
    return torch.cat(steps, dim=-2)
