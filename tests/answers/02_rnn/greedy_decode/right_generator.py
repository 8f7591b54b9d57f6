"""A generator yields each row and token; zip takes them apart."""

@shaped
def greedy_decode(
    decoder: nn.Module, state: Float[Tensor, "layers hidden"], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError(say("seq2seq.max_len", max_len=max_len))
    def steps(state):
        token = torch.tensor([start], device=state.device)
        for _ in range(max_len):
            logits, state = decoder(token, state)
            token = logits.argmax(dim=1)
            yield logits[0], token.item()
            if token.item() == end:
                return

    rows, chosen = zip(*steps(state), strict=True)
    return torch.stack(list(rows)), [start] + list(chosen)
