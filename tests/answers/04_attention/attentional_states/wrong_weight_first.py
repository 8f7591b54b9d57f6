"""Multiplies W_c from the left as in the formula, though states are rows. [attentional_states.sides_swapped]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    return torch.tanh(weight_c @ torch.cat([states, context], dim=-1))
