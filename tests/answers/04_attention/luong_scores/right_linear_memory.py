"""W_a is applied to the memory with functional.linear instead of to the states."""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    mapped = nn.functional.linear(memory, weight_a)  # W_a h_s for every source token
    return torch.matmul(states, mapped.mT)
