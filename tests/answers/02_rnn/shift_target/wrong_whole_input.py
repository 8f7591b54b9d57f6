"""From the task text alone: leaves the inputs whole and shortens the goals only. [shift_target.one_cut]"""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    inputs = target
    goals = target[..., 1:]
    return inputs, goals
