"""Joins in the order of the paper. [attentional_states.order_swapped]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    return torch.tanh(torch.cat([context, states], dim=-1) @ weight_c.T)
