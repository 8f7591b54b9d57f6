"""From the task text alone: gives the goals as inputs and the inputs as goals. [shift_target.swapped]"""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    inputs = target[..., 1:]
    goals = target[..., :-1]
    return inputs, goals
