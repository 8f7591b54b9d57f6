"""From the task text alone: refuses only negative max_len, and as the loop checks at its end, 0 still takes one step. [greedy_decode.no_error]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 0:
        raise ValueError("max_len must not be negative")
    ids = [start]
    rows = []
    while True:
        token = torch.tensor([ids[-1]], device=state[0].device)
        logits, state = decoder(token, state)
        rows.append(logits)
        ids.append(logits.argmax(dim=-1).item())
        if ids[-1] == end or len(rows) >= max_len:
            break
    return torch.cat(rows), ids
