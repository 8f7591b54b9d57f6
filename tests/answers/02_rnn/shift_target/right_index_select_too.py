"""index_select with the places counted by arange."""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    places = torch.arange(target.shape[-1] - 1, device=target.device)
    inputs = target.index_select(-1, places)
    goals = target.index_select(-1, places + 1)
    return inputs, goals
