"""From the task text alone: returns probabilities in the place of the logits. [greedy_decode.probabilities]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    ids, rows = [start], []
    for _ in range(max_len):
        logits, state = decoder(torch.tensor([ids[-1]], device=state.device), state)
        logits = torch.softmax(logits, dim=-1)
        rows.append(logits)
        ids.append(int(logits.argmax()))
        if ids[-1] == end:
            break
    return torch.cat(rows), ids
