"""From the task text alone: uses the first half of W_c and forgets the context. [attentional_states.context_ignored]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    first, _ = weight_c.chunk(2, dim=-1)
    return torch.tanh(states @ first.T)
