"""From the task text alone: returns the ids as one tensor, not as a list. [greedy_decode.ids_not_plain]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    ids, rows = torch.tensor([start], device=state.device), []
    for _ in range(max_len):
        logits, state = decoder(ids[-1:], state)
        rows.append(logits)
        ids = torch.cat([ids, logits.argmax(-1)])
        if ids[-1] == end:
            break
    return torch.cat(rows), ids
