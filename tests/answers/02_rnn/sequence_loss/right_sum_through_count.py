"""reduction="sum", divided by the number of goals that are not padding."""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    n = int(goals.ne(pad_id).sum())
    total = nn.functional.cross_entropy(
        logits.movedim(-1, 1), goals, ignore_index=pad_id, reduction="sum"
    )
    return total / n
