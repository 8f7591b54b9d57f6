"""From the task text alone: takes a mean per sentence and then the mean of these, so a token of a short sentence weighs more. [sequence_loss.mean_of_means]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    each = nn.functional.cross_entropy(
        logits.transpose(1, 2), goals, ignore_index=pad_id, reduction="none"
    )
    real = (goals != pad_id).sum(1)
    kept = real > 0
    return (each.sum(1)[kept] / real[kept]).mean()
