"""A recursive helper, no loop at all."""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    def go(token, state, left):
        logits, state = decoder(torch.tensor([token], device=state.device), state)
        chosen = int(logits[0].argmax())
        if chosen == end or left == 1:
            return [logits], [chosen]
        rows, ids = go(chosen, state, left - 1)
        return [logits, *rows], [chosen, *ids]

    rows, ids = go(start, state, max_len)
    return torch.vstack(rows), [start, *ids]
