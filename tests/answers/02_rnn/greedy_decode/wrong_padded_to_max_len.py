"""From the task text alone: fills the ids and rows up with zeros to max_len steps after end. [check.shape]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    ids, rows = [start], []
    for _ in range(max_len):
        logits, state = decoder(torch.tensor([ids[-1]], device=state.device), state)
        rows.append(logits)
        ids.append(int(logits.argmax()))
        if ids[-1] == end:
            break
    while len(rows) < max_len:
        rows.append(torch.zeros_like(rows[0]))
        ids.append(0)
    return torch.cat(rows), ids
