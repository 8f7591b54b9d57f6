"""From the task text alone: stops at end without keeping it, neither id nor row. [greedy_decode.end_dropped]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    ids, rows = [start], []
    for _ in range(max_len):
        logits, state = decoder(torch.tensor([ids[-1]], device=state.device), state)
        token = int(logits.argmax())
        if token == end:
            break
        rows.append(logits)
        ids.append(token)
    return torch.cat(rows) if rows else logits[:0], ids
