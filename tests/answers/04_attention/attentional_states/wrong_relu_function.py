"""From the task text alone: takes the ReLU out of habit. [attentional_states.relu]"""

@shaped
def attentional_states(
    states: Float[Tensor, "*batch tgt hidden"],
    context: Float[Tensor, "*batch tgt hidden"],
    weight_c: Float[Tensor, "hidden 2*hidden"],
) -> Float[Tensor, "*batch tgt hidden"]:
    joined = torch.cat([states, context], dim=-1)
    return nn.functional.relu(nn.functional.linear(joined, weight_c))
