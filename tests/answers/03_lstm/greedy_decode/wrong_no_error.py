"""Refuses none of the limits below 1, or a part of them. [greedy_decode.no_error]"""
# LIMIT: pass | max_len = max(max_len, 1) | if max_len == 0: raise ValueError(max_len) | if max_len < 0: raise ValueError(max_len)

@shaped
def greedy_decode(
    decoder: Callable, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    LIMIT
    rows, ids = [], [start]
    for _ in range(max_len):
        last = torch.tensor([ids[-1]])
        logits, state = decoder(last, state)
        rows.append(logits[0])
        ids.append(int(logits[0].argmax()))
        if ids[-1] == end:
            break
    return (torch.stack(rows) if rows else torch.zeros(0, 5)), ids
