"""Brings the tokens to the front, slices there, and turns back."""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    first = target.transpose(0, -1)
    inputs = first[:-1].transpose(0, -1)
    goals = first[1:].transpose(0, -1)
    return inputs, goals
