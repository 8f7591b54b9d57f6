"""From the task text alone: takes the title at its word and starts from an empty cell state: c is set to zeros. [greedy_decode.cell_emptied]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError("max_len must be at least 1")
    state = (state[0], torch.zeros_like(state[1]))
    ids = [start]
    rows = []
    for _ in range(max_len):
        token = torch.tensor([ids[-1]], device=state[0].device)
        logits, state = decoder(token, state)
        rows.append(logits)
        ids.append(logits.argmax(dim=-1).item())
        if ids[-1] == end:
            break
    return torch.cat(rows), ids
