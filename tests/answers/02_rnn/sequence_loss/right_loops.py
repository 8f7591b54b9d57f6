"""Two Python loops with logsumexp, and the mean of a stacked list."""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    losses = []
    for rows, sentence in zip(logits, goals.tolist(), strict=True):
        for row, goal in zip(rows, sentence, strict=True):
            if goal != pad_id:
                losses.append(torch.logsumexp(row, dim=0) - row[goal])
    return torch.stack(losses).mean()
