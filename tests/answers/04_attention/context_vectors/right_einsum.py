"""Writes the sum with einsum."""

@shaped
def context_vectors(
    weights: Float[Tensor, "*batch tgt src"], memory: Float[Tensor, "*batch src hidden"]
) -> Float[Tensor, "*batch tgt hidden"]:
    return torch.einsum("...ts,...sh->...th", weights, memory)
