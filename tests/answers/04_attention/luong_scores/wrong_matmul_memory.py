"""From the task text alone: multiplies the three in the order of the formula without transposing. [luong_scores.not_transposed]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    return torch.matmul(torch.matmul(states, weight_a), memory)
