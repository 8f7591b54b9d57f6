"""takes one step and lets itself do the rest with max_len - 1."""

@shaped
def greedy_decode(
    decoder: nn.Module, state: tuple[Tensor, Tensor], start: int, end: int, max_len: int
) -> tuple[Float[Tensor, "tgt vocab"], list[int]]:
    if max_len < 1:
        raise ValueError("max_len must be 1 or more")
    logits, state = decoder(torch.tensor([start], device=state[0].device), state)
    chosen = logits[0].argmax().item()
    if chosen == end or max_len == 1:
        return logits, [start, chosen]
    more_logits, more_ids = greedy_decode(decoder, state, chosen, end, max_len - 1)
    return torch.cat([logits, more_logits]), [start, *more_ids]
