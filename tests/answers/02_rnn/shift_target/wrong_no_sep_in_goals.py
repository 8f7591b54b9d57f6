"""From the task text alone: takes [SEP] off the goals too, since it is not a word. [check.shape]"""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    inputs = target[..., :-2]
    goals = target[..., 1:-1]
    return inputs, goals
