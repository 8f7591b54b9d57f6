"""Scores the first places against each other. [luong_scores.not_every_pair]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    return ((states @ weight_a) * memory[..., : states.shape[-2], :]).sum(-1)
