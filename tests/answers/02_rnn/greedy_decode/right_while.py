"""A while loop that looks at the last id."""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    token, ids, rows = start, [start], []
    while len(rows) < max_len:
        logits, state = decoder(torch.tensor([token], device=state.device), state)
        token = logits.argmax(dim=-1).item()
        rows.append(logits)
        ids.append(token)
        if token == end:
            break
    return torch.cat(rows, dim=0), ids
