"""From the task text alone: returns the logits of the last step only. [check.shape]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    ids = [start]
    for _ in range(max_len):
        logits, state = decoder(torch.tensor([ids[-1]], device=state.device), state)
        ids.append(int(logits.argmax()))
        if ids[-1] == end:
            break
    return logits, ids
