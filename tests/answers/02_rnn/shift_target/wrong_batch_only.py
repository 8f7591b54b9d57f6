"""From the task text alone: slices [:, :-1] and [:, 1:], which stops with an error on one sentence. [check.crashed]"""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    inputs = target[:, :-1]
    goals = target[:, 1:]
    return inputs, goals
