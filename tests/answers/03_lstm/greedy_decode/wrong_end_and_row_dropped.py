"""Stops before the end and its row are kept. [greedy_decode.end_dropped]"""

@shaped
def greedy_decode(
    decoder: Callable, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(f"max_len must be 1 or more, not {max_len}")
    rows, ids = [], [start]
    for _ in range(max_len):
        logits, state = decoder(torch.tensor([ids[-1]]), state)
        token = int(logits[0].argmax())
        if token == end:
            break
        rows.append(logits[0])
        ids.append(token)
    return (torch.stack(rows) if rows else logits[:0]), ids
