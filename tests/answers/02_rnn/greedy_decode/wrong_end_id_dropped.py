"""From the task text alone: keeps the row of the last step but not the id of end. [greedy_decode.end_dropped]"""

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
        token = int(logits.argmax())
        if token == end:
            break
        ids.append(token)
    return torch.cat(rows), ids
