"""From the task text alone: feeds all ids so far with the first state, not the one token just chosen; the result is the same. [greedy_decode.whole_prefix]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    ids, rows = [start], []
    for _ in range(max_len):
        logits, _ = decoder(torch.tensor(ids, device=state.device), state)
        rows.append(logits[-1:])
        ids.append(int(logits[-1].argmax()))
        if ids[-1] == end:
            break
    return torch.cat(rows), ids
