"""From the task text alone: uses the second half of W_c and forgets the state. [attentional_states.state_ignored]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    _, second = weight_c.chunk(2, dim=-1)
    return torch.tanh(nn.functional.linear(context, second))
