"""Every pair is multiplied element by element through broadcasting and summed over hidden."""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    left = (states @ weight_a).unsqueeze(-2)  # [*batch, tgt, 1, hidden]
    right = memory.unsqueeze(-3)  # [*batch, 1, src, hidden]
    return (left * right).sum(dim=-1)
