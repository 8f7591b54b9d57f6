"""From the task text alone: takes a softmax over the steps. [luong_scores.softmax_too_early]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    return (states @ weight_a @ memory.transpose(-2, -1)).softmax(-2)
