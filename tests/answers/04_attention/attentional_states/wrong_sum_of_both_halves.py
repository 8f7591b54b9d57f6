"""From the task text alone: multiplies the sum of both by the sum of the halves of W_c. [attentional_states.added]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    halves = weight_c.unflatten(-1, (2, -1)).sum(-2)
    return torch.tanh((states + context) @ halves.T)
