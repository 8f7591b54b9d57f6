"""Uses the linear function on the memory."""

@shaped
def luong_scores(
    states: Float[Tensor, "*batch tgt hidden"],
    memory: Float[Tensor, "*batch src hidden"],
    weight_a: Float[Tensor, "hidden hidden"],
) -> Float[Tensor, "*batch tgt src"]:
    keys = nn.functional.linear(memory, weight_a)  # W_a h_s for every token
    return torch.matmul(states, keys.transpose(-1, -2))
