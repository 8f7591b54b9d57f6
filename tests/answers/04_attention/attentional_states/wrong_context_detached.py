"""From the task text alone: detaches the context, so that no gradient reaches weights and memory. [attentional_states.gradient_cut]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    joined = torch.cat([states, context.detach()], dim=-1)
    return torch.tanh(joined @ weight_c.T)
