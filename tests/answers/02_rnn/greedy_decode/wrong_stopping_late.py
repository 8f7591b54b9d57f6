"""Looks for the end before each step, one step too late. [greedy_decode.stopping_late]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    rows, ids = [], [start]
    for _ in range(max_len):
        if len(ids) > 2 and ids[-2] == end:
            break
        last = torch.tensor([ids[-1]], device=state.device)
        logits, state = decoder(last, state)
        rows.append(logits[0])
        ids.append(int(logits[0].argmax()))
    return torch.stack(rows), ids
