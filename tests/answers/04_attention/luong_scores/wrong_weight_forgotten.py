"""From the task text alone: takes the plain dot product and forgets the learnt matrix. [luong_scores.no_weight]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    return states @ memory.transpose(-2, -1)
