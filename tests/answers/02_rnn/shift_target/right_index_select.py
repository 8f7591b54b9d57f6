"""Selects places by number."""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    places = torch.arange(target.size(-1) - 1, device=target.device)
    return target.index_select(-1, places), target.index_select(-1, places + 1)
