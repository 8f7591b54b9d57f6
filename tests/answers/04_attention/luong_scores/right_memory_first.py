"""Multiplies the memory by the weights first."""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    return states @ (memory @ weight_a.T).mT
