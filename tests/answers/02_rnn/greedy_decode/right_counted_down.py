"""Counts down max_len and keeps the chosen ids apart from the start."""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    chosen: list[int] = []
    rows: list[Tensor] = []
    token = start
    while max_len > 0:
        logits, state = decoder(torch.tensor([token], device=state.device), state)
        token = int(torch.argmax(logits[-1]))
        rows.append(logits.reshape(-1))
        chosen.append(token)
        max_len = 0 if token == end else max_len - 1
    return torch.stack(rows, dim=0), [start, *chosen]
