"""Cuts W_c in two halves and adds the two products, without joining anything."""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    for_state, for_context = weight_c.chunk(2, dim=-1)
    return torch.tanh(states @ for_state.mT + context @ for_context.mT)
