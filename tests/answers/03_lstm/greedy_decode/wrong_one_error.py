"""Refuses a part of the limits below 1. [greedy_decode.no_error]"""
# REFUSED: max_len < 0 | max_len == 0 | not max_len

@shaped
def greedy_decode(
    decoder: Callable, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if REFUSED:
        raise ValueError("max_len")
    rows, ids = [], [start]
    for _ in range(max_len):
        last = torch.tensor([ids[-1]])
        logits, state = decoder(last, state)
        rows.append(logits[0])
        ids.append(int(logits[0].argmax()))
        if ids[-1] == end:
            break
    return (torch.stack(rows) if rows else torch.zeros(0, 5)), ids
