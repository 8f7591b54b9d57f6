"""Under no_grad, since translating needs no gradient; the text does not ask for one."""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    ids, rows, current = [start], [], state
    with torch.no_grad():
        for _ in range(max_len):
            row, current = decoder(torch.tensor([ids[-1]], device=current.device), current)
            rows.append(row)
            ids.append(row[-1].topk(1).indices.item())
            if ids[-1] == end:
                break
    return torch.cat(rows), ids
