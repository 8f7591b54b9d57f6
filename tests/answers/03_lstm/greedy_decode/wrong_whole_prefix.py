"""Feeds all tokens so far. [greedy_decode.whole_prefix]"""
# STATE: state | first

@shaped
def greedy_decode(
    decoder: Callable, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(f"max_len must be 1 or more, not {max_len}")
    first = state
    rows, ids = [], [start]
    for _ in range(max_len):
        logits, state = decoder(torch.tensor(ids), STATE)
        rows.append(logits[-1])
        ids.append(int(logits[-1].argmax()))
        if ids[-1] == end:
            break
    return torch.stack(rows), ids
