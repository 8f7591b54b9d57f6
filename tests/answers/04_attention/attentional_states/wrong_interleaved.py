"""From the task text alone: stacks on a new last axis and flattens, so the numbers alternate instead of standing side by side. [attentional_states.interleaved]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    joined = torch.stack([states, context], dim=-1).flatten(-2)
    return torch.tanh(joined @ weight_c.T)
