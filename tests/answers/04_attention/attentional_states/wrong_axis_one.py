"""From the task text alone: joins on axis 1, which is the last one only without a batch. [attentional_states.wrong_axis]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    joined = torch.cat([states, context], dim=1)
    return torch.tanh(joined @ weight_c.T)
