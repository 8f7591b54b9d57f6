"""Detaches the states. [luong_scores.gradient_cut]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    return states.detach() @ weight_a @ memory.transpose(-2, -1)
