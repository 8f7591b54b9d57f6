"""Splits off the first token, and the last."""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    n = target.shape[-1]
    inputs, _ = torch.split(target, [n - 1, 1], dim=-1)
    _, goals = torch.split(target, [1, n - 1], dim=-1)
    return inputs, goals
