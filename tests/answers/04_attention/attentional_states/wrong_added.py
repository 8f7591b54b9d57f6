"""From the task text alone: adds state and context and uses the first half of W_c alone. [attentional_states.added]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    return torch.tanh((states + context) @ weight_c[:, : states.shape[-1]].T)
