"""Swaps inputs and goals. [shift_target.swapped]"""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    return target[..., 1:], target[..., :-1]
