"""Puts the weights on the wrong side. [luong_scores.weight_turned]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    return states @ weight_a.T @ memory.transpose(-2, -1)
