"""Looks at the token before. [greedy_decode.stopping_late]"""

@shaped
def greedy_decode(
    decoder: Callable, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(f"max_len must be 1 or more, not {max_len}")
    rows, ids = [], [start]
    for step in range(max_len):
        if step and ids[-2] == end:
            break
        last = torch.tensor([ids[-1]])
        logits, state = decoder(last, state)
        rows.append(logits[0])
        ids.append(int(logits[0].argmax()))
    return torch.stack(rows), ids
