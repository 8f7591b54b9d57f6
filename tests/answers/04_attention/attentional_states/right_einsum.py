"""Writes the product with einsum."""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    joined = torch.cat([states, context], -1)
    return torch.einsum("...k,hk->...h", joined, weight_c).tanh()
