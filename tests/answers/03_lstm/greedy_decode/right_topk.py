"""Takes the best with topk."""

@shaped
def greedy_decode(
    decoder: Callable, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(f"max_len must be 1 or more, not {max_len}")
    last, rows = torch.tensor([start], device=state[0].device), []
    ids = [start]
    while True:
        logits, state = decoder(last, state)
        rows.append(logits.squeeze(0))
        last = logits.topk(1).indices[0]
        ids.append(int(last))
        if ids[-1] == end or len(rows) == max_len:
            break
    return torch.stack(rows), ids
