"""From the task text alone: writes an einsum for two axes only, so a batch raises an error. [luong_scores.batch_dropped]"""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    return torch.einsum("th,hk,sk->ts", states, weight_a, memory)
