"""From the task text alone: joins along the first axis and uses the linear function. [attentional_states.wrong_axis]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    joined = torch.cat((states, context), dim=0)
    return torch.tanh(nn.functional.linear(joined, weight_c))
