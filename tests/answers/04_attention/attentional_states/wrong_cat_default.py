"""Leaves the axis of cat out, which then is the first. [attentional_states.wrong_axis]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    return torch.tanh(torch.cat([states, context]) @ weight_c.T)
