"""From the task text alone: applies tanh before the matrix W_c instead of after it. [attentional_states.tanh_before]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    both = torch.cat([states, context], dim=-1)  # [*batch, tgt, 2 * hidden]
    return torch.tanh(both) @ weight_c.T
