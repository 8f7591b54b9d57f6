"""From the task text alone: lets the memory come first, so that rows are source tokens. [luong_scores.axes_swapped]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    return memory @ weight_a @ states.transpose(-2, -1)
