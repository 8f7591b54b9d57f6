"""From the task text alone: returns the joined vectors. [attentional_states.not_joined]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    return torch.cat([states, context], dim=-1).tanh()
