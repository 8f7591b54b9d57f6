"""a while loop that takes the first step unconditionally and picks with max over a plain row."""

@shaped
def greedy_decode(
    decoder: nn.Module, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(f"max_len {max_len} < 1")
    device = state[0].device
    ids = [start]
    logits = []
    chosen = None
    while chosen != end and len(logits) < max_len:
        row, state = decoder(torch.full((1,), ids[-1], device=device), state)
        row = row[0]
        _, best = row.max(dim=0)
        chosen = int(best)
        logits.append(row)
        ids.append(chosen)
    return torch.stack(logits), ids
