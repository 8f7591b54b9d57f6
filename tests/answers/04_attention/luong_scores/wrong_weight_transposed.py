"""From the task text alone: uses W_a transposed, as one writes a linear layer for the states. [luong_scores.weight_turned]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    return nn.functional.linear(states, weight_a) @ memory.transpose(-2, -1)
