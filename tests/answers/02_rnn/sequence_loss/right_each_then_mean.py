"""reduction="none" with ignore_index, then the sum through the count."""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    each = nn.functional.cross_entropy(
        logits.reshape(-1, logits.shape[-1]),
        goals.reshape(-1),
        ignore_index=pad_id,
        reduction="none",
    )
    return each.sum() / (goals != pad_id).sum()
