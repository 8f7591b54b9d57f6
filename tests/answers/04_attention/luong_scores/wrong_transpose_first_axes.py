"""From the task text alone: swaps the axes 0 and 1 of the memory, which is right only without a batch. [luong_scores.batch_dropped]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    return states @ weight_a @ memory.transpose(0, 1)
