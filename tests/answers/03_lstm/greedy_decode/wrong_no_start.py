"""From the task text alone: returns only the chosen ids, without start in front. [greedy_decode.start_dropped]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError("max_len must be at least 1")
    chosen = start
    ids = []
    rows = []
    for _ in range(max_len):
        token = torch.tensor([chosen], device=state[0].device)
        logits, state = decoder(token, state)
        rows.append(logits)
        chosen = logits.argmax(dim=-1).item()
        ids.append(chosen)
        if chosen == end:
            break
    return torch.cat(rows), ids
