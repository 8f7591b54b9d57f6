"""From the task text alone: gives the encoder's state at every step and drops the new one. [greedy_decode.state_not_carried]"""

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
        logits, _ = decoder(token, state)
        rows.append(logits)
        ids.append(logits.argmax(dim=-1).item())
        if ids[-1] == end:
            break
    return torch.cat(rows), ids
