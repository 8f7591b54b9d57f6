"""From the task text alone: takes [CLS] off the inputs too, since it is not a word. [check.shape]"""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    inputs = target[..., 1:-1]
    goals = target[..., 2:]
    return inputs, goals
