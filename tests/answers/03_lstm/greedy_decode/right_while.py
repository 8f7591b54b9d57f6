"""Loops until there is enough."""

@shaped
def greedy_decode(
    decoder: Callable, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(f"max_len must be 1 or more, not {max_len}")
    token, ids, rows = start, [start], []
    while len(rows) < max_len and (token != end or not rows):
        logits, state = decoder(torch.tensor([token], device=state[0].device), state)
        token = logits.argmax(dim=-1).item()
        rows.append(logits)
        ids.append(token)
    return torch.cat(rows, dim=0), ids
