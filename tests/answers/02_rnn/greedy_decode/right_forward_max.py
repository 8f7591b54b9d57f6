"""decoder.forward with keyword arguments, and max(-1) for the choice."""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    ids, rows = [start], []
    for _ in range(max_len):
        out = decoder.forward(ids=torch.tensor(ids[-1:], device=state.device), state=state)
        rows.append(out[0])
        state = out[1]
        _, best = out[0].max(dim=-1)
        ids.append(best.item())
        if best == end:
            break
    return torch.concat(rows, 0), ids
