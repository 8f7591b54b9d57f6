"""Cuts the first axis. [shift_target.batch_cut]"""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    return target[:-1], target[1:]
