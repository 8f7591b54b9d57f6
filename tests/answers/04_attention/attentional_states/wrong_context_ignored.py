"""Uses the states alone. [attentional_states.context_ignored]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    return torch.tanh(states @ weight_c[:, : states.shape[-1]].T)
