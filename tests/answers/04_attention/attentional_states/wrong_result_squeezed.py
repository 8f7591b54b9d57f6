"""From the task text alone: squeezes the result. [attentional_states.axis_lost]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    joined = torch.cat([states, context], dim=-1)
    return torch.tanh(joined @ weight_c.T).squeeze()
