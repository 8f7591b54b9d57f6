"""Does not begin where start is the end. [greedy_decode.no_first_step]"""
# JOINED: torch.stack(rows) | torch.stack(rows) if rows else torch.zeros(0, 5)

@shaped
def greedy_decode(
    decoder: Callable, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(f"max_len must be 1 or more, not {max_len}")
    rows, ids = [], [start]
    while ids[-1] != end and len(rows) < max_len:
        logits, state = decoder(torch.tensor([ids[-1]]), state)
        rows.append(logits[0])
        ids.append(int(logits[0].argmax()))
    return JOINED, ids
