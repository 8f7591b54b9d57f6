"""The pairs are expanded and given to functional.bilinear with W_a as its one output."""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    pairs = (*states.shape[:-1], memory.shape[-2], states.shape[-1])  # [*batch, tgt, src, hidden]
    left = states.unsqueeze(-2).expand(pairs).contiguous()
    right = memory.unsqueeze(-3).expand(pairs).contiguous()
    return nn.functional.bilinear(left, right, weight_a.unsqueeze(0)).squeeze(-1)
