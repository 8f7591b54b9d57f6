"""Makes the logits grow with cat at every step, and keeps the ids as a tensor until the end."""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    ids = torch.tensor([start], device=state.device)
    logits = None
    for _ in range(max_len):
        row, state = decoder(ids[-1:], state)
        logits = row if logits is None else torch.cat([logits, row], dim=0)
        ids = torch.cat([ids, row.argmax(-1)])
        if ids[-1] == end:
            break
    return logits, ids.tolist()
