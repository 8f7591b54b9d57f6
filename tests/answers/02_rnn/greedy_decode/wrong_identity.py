"""Compares ids with `is`, which holds up to 256. [greedy_decode.compared_by_is]"""


@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    rows, ids = [], [start]
    for _ in range(max_len):
        token = torch.tensor([ids[-1]], device=state.device)
        logits, state = decoder(token, state)
        rows.append(logits)
        ids.append(logits.argmax().item())
        if ids[-1] is end:
            break
    return torch.cat(rows), ids
