"""Feeds all tokens so far. [greedy_decode.whole_prefix]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    rows, ids = [], [start]
    for _ in range(max_len):
        last = torch.tensor(ids, device=state.device)
        logits, state = decoder(last, state)
        rows.append(logits[-1])
        ids.append(int(logits[-1].argmax()))
        if ids[-1] == end:
            break
    return torch.stack(rows), ids
