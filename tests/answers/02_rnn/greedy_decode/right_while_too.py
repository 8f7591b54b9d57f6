"""A while loop with a flag, stack of the single rows, .item() of the argmax along -1."""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    token, ids, rows, done = start, [start], [], False
    while not done:
        logits, state = decoder(torch.tensor([token], device=state.device), state)
        rows.append(logits[0])
        token = torch.argmax(logits, dim=-1).item()
        ids.append(token)
        done = token == end or len(rows) >= max_len
    return torch.stack(rows), ids
