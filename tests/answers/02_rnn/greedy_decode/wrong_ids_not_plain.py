"""Leaves the ids as tensors. [greedy_decode.ids_not_plain]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    rows, ids = [], [start]
    for _ in range(max_len):
        last = torch.tensor([ids[-1]], device=state.device)
        logits, state = decoder(last, state)
        rows.append(logits[0])
        ids.append(logits[0].argmax())
        if ids[-1] == end:
            break
    return torch.stack(rows), ids
