"""keeps the chosen token a tensor on the device and feeds it back, turning to Python ints at the end."""

@shaped
def greedy_decode(
    decoder: nn.Module, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len <= 0:
        raise ValueError("max_len")
    token = torch.tensor([start], device=state[0].device, dtype=torch.long)
    tokens, steps = [token], []
    for _ in range(max_len):
        scores, state = decoder(token, state)
        token = scores.argmax(-1)
        steps.append(scores)
        tokens.append(token)
        if (token == end).all():
            break
    return torch.cat(steps, dim=0), torch.cat(tokens).tolist()
