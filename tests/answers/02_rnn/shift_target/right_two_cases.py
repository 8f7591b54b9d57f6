"""Asks for the number of axes and slices each case by itself."""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    if target.dim() == 1:
        inputs, goals = target[:-1], target[1:]
    else:
        inputs, goals = target[:, :-1], target[:, 1:]
    return inputs, goals
