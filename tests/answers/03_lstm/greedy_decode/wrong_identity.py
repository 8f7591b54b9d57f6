"""From the task text alone: compares with `is`, which fails for an end above 256. [check.length]"""


@shaped
def greedy_decode(
    decoder: Callable, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError("max_len must be at least 1")
    rows, ids = [], [start]
    for _ in range(max_len):
        token = torch.tensor([ids[-1]], device=state[0].device)
        logits, state = decoder(token, state)
        rows.append(logits)
        ids.append(logits.argmax().item())
        if ids[-1] is end:
            break
    return torch.cat(rows), ids
