"""From the task text alone: multiplies place by place over as many source tokens as there are steps. [luong_scores.not_every_pair]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    steps = states.shape[-2]
    return torch.einsum("...th,...th->...t", states @ weight_a, memory[..., :steps, :])
