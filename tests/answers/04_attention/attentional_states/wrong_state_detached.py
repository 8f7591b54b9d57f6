"""Detaches the states. [attentional_states.gradient_cut]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    return torch.tanh(torch.cat([states.detach(), context], dim=-1) @ weight_c.T)
