"""Goes one step where none is allowed. [greedy_decode.no_error]"""

@shaped
def greedy_decode(
    decoder: Callable, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    max_len = max(max_len, 1)
    rows, ids = [], [start]
    for _ in range(max_len):
        last = torch.tensor([ids[-1]])
        logits, state = decoder(last, state)
        rows.append(logits[0])
        ids.append(int(logits[0].argmax()))
        if ids[-1] == end:
            break
    return torch.stack(rows), ids
