"""From the task text alone: returns the ids without start. [greedy_decode.start_dropped]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    ids, rows, token = [], [], start
    for _ in range(max_len):
        logits, state = decoder(torch.tensor([token], device=state.device), state)
        rows.append(logits)
        token = int(logits.argmax())
        ids.append(token)
        if token == end:
            break
    return torch.cat(rows), ids
