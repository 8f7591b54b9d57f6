"""Puts the two side by side and multiplies with W_c transposed."""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    joined = torch.cat([states, context], dim=-1)
    return torch.tanh(joined @ weight_c.T)
