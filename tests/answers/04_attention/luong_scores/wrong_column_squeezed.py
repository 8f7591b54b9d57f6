"""From the task text alone: multiplies column vectors and squeezes every axis of size 1 away. [luong_scores.axis_lost]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    left = (states @ weight_a).unsqueeze(-2).unsqueeze(-2)  # [*batch, tgt, 1, 1, hidden]
    right = memory.unsqueeze(-3).unsqueeze(-1)  # [*batch, 1, src, hidden, 1]
    return (left @ right).squeeze()
