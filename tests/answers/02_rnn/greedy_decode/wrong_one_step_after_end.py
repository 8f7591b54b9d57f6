"""From the task text alone: looks for end at the beginning of a step only after going it, so it feeds end as well. [greedy_decode.stopping_late]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    ids, rows = [start], []
    for _ in range(max_len):
        last = ids[-1]
        logits, state = decoder(torch.tensor([last], device=state.device), state)
        rows.append(logits)
        ids.append(int(logits.argmax()))
        if last == end:
            break
    return torch.cat(rows), ids
