"""From the task text alone: returns lists, not tensors. [shapes.result]"""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    inputs = target[..., :-1].tolist()
    goals = target[..., 1:].tolist()
    return inputs, goals
