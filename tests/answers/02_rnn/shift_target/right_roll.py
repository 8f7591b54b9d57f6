"""Rolls the tokens by one place and drops the last of each."""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    inputs = target[..., :-1]
    goals = torch.roll(target, shifts=-1, dims=-1)[..., :-1]
    return inputs, goals
