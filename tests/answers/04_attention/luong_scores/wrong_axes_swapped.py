"""Puts source tokens in the rows. [luong_scores.axes_swapped]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    return memory @ weight_a.T @ states.transpose(-2, -1)
