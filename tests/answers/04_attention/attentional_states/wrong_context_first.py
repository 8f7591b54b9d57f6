"""From the task text alone: puts the context first, as in the paper. [attentional_states.order_swapped]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    joined = torch.cat([context, states], dim=-1)
    return torch.tanh(joined @ weight_c.T)
