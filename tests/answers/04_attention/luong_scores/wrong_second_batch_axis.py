"""From the task text alone: axes swapped by number, fails with two batch axes. [luong_scores.batch_dropped]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    columns = memory.transpose(1, 2) if memory.dim() > 2 else memory.T
    return states @ weight_a @ columns
