"""Squeezes the scores, so that an axis of size 1 is lost. [luong_scores.axis_lost]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    return (states @ weight_a @ memory.transpose(-2, -1)).squeeze()
