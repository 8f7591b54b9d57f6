"""From the task text alone: feeds all ids so far together with the newest state, so old tokens are read again. [greedy_decode.whole_prefix]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError("max_len must be at least 1")
    ids = [start]
    rows = []
    for _ in range(max_len):
        tokens = torch.tensor(ids, device=state[0].device)
        logits, state = decoder(tokens, state)
        rows.append(logits[-1])
        ids.append(logits[-1].argmax().item())
        if ids[-1] == end:
            break
    return torch.stack(rows), ids
