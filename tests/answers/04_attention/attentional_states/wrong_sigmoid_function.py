"""From the task text alone: takes the sigmoid. [attentional_states.sigmoid]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    joined = torch.cat([states, context], dim=-1)
    return nn.functional.linear(joined, weight_c).sigmoid()
