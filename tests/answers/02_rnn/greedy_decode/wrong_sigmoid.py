"""From the task text alone: chooses among sigmoids, where high scores all become 1. [greedy_decode.scores_alike]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    rows, ids = [], [start]
    for _ in range(max_len):
        row, state = decoder(torch.tensor([ids[-1]], device=state.device), state)
        rows.append(row)
        ids.append(int(row.sigmoid().argmax(dim=-1)))
        if ids[-1] == end:
            break
    return torch.cat(rows), ids
