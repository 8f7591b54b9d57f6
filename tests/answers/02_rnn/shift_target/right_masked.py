"""Boolean masks over the places; copies, not views."""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    place = torch.arange(target.shape[-1], device=target.device)
    inputs = target[..., place < target.shape[-1] - 1]
    goals = target[..., place > 0]
    return inputs, goals
