"""From the task text alone: sends the scores through the softmax, which the task leaves for later. [luong_scores.softmax_too_early]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    scores = states @ weight_a @ memory.transpose(-2, -1)
    return scores.softmax(-1)
