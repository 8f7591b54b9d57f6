"""Calls itself for the rest of the sentence."""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    def rest(token, state, steps):
        if steps == 0:
            return [], []
        logits, state = decoder.forward(torch.tensor([token], device=state.device), state)
        best = int(torch.topk(logits[0], 1).indices[0])
        if best == end:
            return [logits[0]], [best]
        rows, ids = rest(best, state, steps - 1)
        return [logits[0], *rows], [best, *ids]

    rows, ids = rest(start, state, max_len)
    return torch.stack(rows), [start, *ids]
