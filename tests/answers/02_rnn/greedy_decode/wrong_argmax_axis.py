"""From the task text alone: takes the argmax along dim 0, where there is one row, so it always chooses 0. [greedy_decode.wrong_axis]"""

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
        ids.append(int(logits.argmax(dim=0)[0]))
        if ids[-1] == end:
            break
    return torch.cat(rows), ids
