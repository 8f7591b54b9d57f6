"""narrow along the last axis."""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    steps = target.size(-1) - 1
    inputs = target.narrow(-1, 0, steps)
    goals = target.narrow(-1, 1, steps)
    return inputs, goals
