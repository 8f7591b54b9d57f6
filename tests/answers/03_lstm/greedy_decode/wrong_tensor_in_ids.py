"""From the task text alone: leaves the chosen ids as tensors in the list. [greedy_decode.ids_not_plain]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError("max_len must be at least 1")
    ids = [start]
    rows = []
    token = torch.tensor([start], device=state[0].device)
    for _ in range(max_len):
        logits, state = decoder(token, state)
        rows.append(logits)
        token = logits.argmax(dim=-1)
        ids.append(token[0])
        if token[0] == end:
            break
    return torch.cat(rows), ids
