"""Returns the logits of the last step only. [greedy_decode.last_row_only]"""
# LOGITS: rows[-1].unsqueeze(0) | torch.stack(rows[-1:])

@shaped
def greedy_decode(
    decoder: Callable, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(f"max_len must be 1 or more, not {max_len}")
    rows, ids = [], [start]
    for _ in range(max_len):
        last = torch.tensor([ids[-1]])
        logits, state = decoder(last, state)
        rows.append(logits[0])
        ids.append(int(logits[0].argmax()))
        if ids[-1] == end:
            break
    return LOGITS, ids
