"""Puts tanh on the scores. [luong_scores.activated]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    return torch.tanh(states @ weight_a @ memory.transpose(-2, -1))
