"""From the task text alone: hands the new h on but keeps the first c for all steps. [greedy_decode.cell_not_carried]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError("max_len must be at least 1")
    h, c = state
    ids = [start]
    rows = []
    for _ in range(max_len):
        token = torch.tensor([ids[-1]], device=h.device)
        logits, (h, _) = decoder(token, (h, c))
        rows.append(logits)
        ids.append(logits.argmax(dim=-1).item())
        if ids[-1] == end:
            break
    return torch.cat(rows), ids
