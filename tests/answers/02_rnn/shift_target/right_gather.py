"""gather (take_along_dim) with expanded places."""

@shaped
def shift_target(
    target: Int[Tensor, "*batch tgt"],
) -> tuple[Int[Tensor, "*batch step"], Int[Tensor, "*batch step"]]:
    places = torch.arange(target.shape[-1], device=target.device).expand(target.shape)
    inputs = torch.take_along_dim(target, places[..., :-1], dim=-1)
    goals = target.gather(-1, places[..., 1:])
    return inputs, goals
