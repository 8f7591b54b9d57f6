"""Sees W_c as [hidden, 2, hidden] and sums over both with einsum."""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    both = torch.stack([states, context], dim=-2)  # [*batch, tgt, 2, hidden]
    halves = weight_c.unflatten(-1, (2, states.shape[-1]))
    return torch.tanh(torch.einsum("...pk,hpk->...h", both, halves))
