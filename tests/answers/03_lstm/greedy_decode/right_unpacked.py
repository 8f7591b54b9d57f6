"""Carries both states by name."""

@shaped
def greedy_decode(
    decoder: Callable, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(f"max_len must be 1 or more, not {max_len}")
    h, c = state
    ids, logits = [start], None
    for step in range(max_len):
        row, (h, c) = decoder(torch.tensor(ids[-1:], device=h.device), (h, c))
        logits = row if logits is None else torch.cat([logits, row])
        ids += row.argmax(1).tolist()
        if ids[-1] == end:
            return logits, ids
    return logits, ids
