"""an inner generator yields (row, token) for each step and the outside only collects."""

@shaped
def greedy_decode(
    decoder: nn.Module, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    def steps(token: int, state: tuple[Tensor, Tensor]):
        for _ in range(max_len):
            logits, state = decoder(torch.tensor([token]).to(state[0].device), state)
            token = int(logits.squeeze(0).topk(1).indices)
            yield logits.squeeze(0), token
            if token == end:
                return

    if max_len < 1:
        raise ValueError("nothing to decode")
    rows, chosen = zip(*steps(start, state), strict=True)
    return torch.stack(rows), [start, *chosen]
