"""Interleaves the two with stack and reshape. [attentional_states.interleaved]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    joined = torch.stack([states, context], -1).reshape(*states.shape[:-1], -1)
    return torch.tanh(nn.functional.linear(joined, weight_c))
