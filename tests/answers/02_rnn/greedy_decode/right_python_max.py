"""Chooses in plain Python from the list of scores."""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    ids, rows = [start], []
    for step in range(max_len):
        logits, state = decoder(torch.full((1,), ids[-1], device=state.device), state)
        rows += list(logits)
        scores = logits.squeeze(0).tolist()
        ids.append(scores.index(max(scores)))
        if ids[-1] == end or step == max_len - 1:
            return torch.stack(rows), ids
