"""From the task text alone: slices the first axis, which in a batch drops sentences. [shift_target.batch_cut]"""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    inputs = target[:-1]
    goals = target[1:]
    return inputs, goals
