"""From the task text alone: reshapes the memory to [hidden, src] instead of transposing it. [luong_scores.reshaped]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    turned = memory.reshape(*memory.shape[:-2], memory.shape[-1], memory.shape[-2])
    return states @ weight_a @ turned
