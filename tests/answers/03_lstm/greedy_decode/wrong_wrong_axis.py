"""Takes argmax over the wrong axis. [greedy_decode.wrong_axis]"""
# CHOSEN: logits.argmax(0)[0] | logits.argmax(dim=0).max()

@shaped
def greedy_decode(
    decoder: Callable, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(f"max_len must be 1 or more, not {max_len}")
    rows, ids = [], [start]
    for _ in range(max_len):
        logits, state = decoder(torch.tensor([ids[-1]]), state)
        rows.append(logits[0])
        ids.append(int(CHOSEN))
        if ids[-1] == end:
            break
    return torch.stack(rows), ids
