"""Cuts the memory anew with view, as if that were to transpose it. [luong_scores.reshaped]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    *batch, src, hidden = memory.shape
    return (states @ weight_a).matmul(memory.contiguous().view(*batch, hidden, src))
