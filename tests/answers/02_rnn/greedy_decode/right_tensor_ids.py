"""Collects ids in a tensor and turns it into a list at the end."""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    ids = torch.tensor([start], device=state.device)
    logits = None
    while ids.numel() <= max_len and (ids.numel() == 1 or ids[-1] != end):
        row, state = decoder(ids=ids[-1:], state=state)
        logits = row if logits is None else torch.vstack([logits, row])
        ids = torch.cat([ids, row.argmax(1)])
    return logits, ids.tolist()
