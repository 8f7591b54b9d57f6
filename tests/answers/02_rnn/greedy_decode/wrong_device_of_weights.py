"""From the task text alone: device taken from weights a decoder need not have. [greedy_decode.device_of_weights]"""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))

    device = next(decoder.parameters()).device
    rows, ids = [], [start]
    for _ in range(max_len):
        logits, state = decoder(torch.tensor([ids[-1]], device=device), state)
        rows.append(logits)
        ids.append(logits.argmax(dim=-1).item())
        if ids[-1] == end:
            break
    return torch.cat(rows), ids
