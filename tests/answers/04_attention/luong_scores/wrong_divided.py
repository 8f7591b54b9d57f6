"""From the task text alone: divides by the square root of hidden, as scaled attention does. [luong_scores.scaled]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    return states @ weight_a @ memory.transpose(-2, -1) / states.shape[-1] ** 0.5
