"""Uses narrow."""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    length = target.shape[-1] - 1
    return target.narrow(-1, 0, length), target.narrow(-1, 1, length)
