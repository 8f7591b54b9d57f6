"""From the task text alone: leaves the row of end out of the logits, so ids is two longer. [greedy_decode.last_row_dropped]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError("max_len must be at least 1")
    ids = [start]
    rows = []
    for _ in range(max_len):
        token = torch.tensor([ids[-1]], device=state[0].device)
        logits, state = decoder(token, state)
        ids.append(logits.argmax(dim=-1).item())
        if ids[-1] == end:
            break
        rows.append(logits)
    return torch.cat(rows), ids
