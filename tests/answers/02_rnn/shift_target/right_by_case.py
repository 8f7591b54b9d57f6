"""Tells a sentence from a batch."""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    if target.ndim == 1:
        return target[:-1], target[1:]
    return target[:, :-1], target[:, 1:]
