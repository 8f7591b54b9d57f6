"""Takes the softmax to choose, but keeps the logits as they are."""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    ids, rows = [start], []
    while len(ids) <= max_len:
        row, state = decoder(torch.tensor([ids[-1]], device=state.device), state)
        rows.append(row)
        probabilities = torch.log_softmax(row, dim=-1)
        ids.append(probabilities.argmax(dim=-1)[0].item())
        if ids[-1] == end:
            break
    return torch.cat(rows, dim=0), ids
