"""From the task text alone: cuts the last token off both, so the goal is the token just seen. [shift_target.same_twice]"""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    inputs = target[..., :-1]
    goals = target[..., :-1]
    return inputs, goals
