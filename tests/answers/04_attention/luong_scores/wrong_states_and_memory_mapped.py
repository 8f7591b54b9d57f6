"""From the task text alone: sends states and memory each through a linear layer of W_a. [luong_scores.weight_twice]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    left = nn.functional.linear(states, weight_a)
    return left @ nn.functional.linear(memory, weight_a).transpose(-2, -1)
