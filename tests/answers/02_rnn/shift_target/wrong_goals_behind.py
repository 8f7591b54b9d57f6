"""From the task text alone: moves the goals the other way. [shift_target.goals_behind]"""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    inputs = target[..., :-1]
    goals = target.roll(1, dims=-1)[..., :-1]
    return inputs, goals
