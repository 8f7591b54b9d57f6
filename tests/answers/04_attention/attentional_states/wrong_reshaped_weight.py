"""From the task text alone: reshapes weight_c to fit instead of transposing it. [attentional_states.weight_reshaped]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    both = torch.cat([states, context], dim=-1)  # [*batch, tgt, 2 * hidden]
    return torch.tanh(both @ weight_c.reshape(both.shape[-1], -1))
