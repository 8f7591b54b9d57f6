"""Adds up the losses sentence by sentence and divides once at the end."""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    total, count = logits.new_zeros(()), 0
    for rows, sentence in zip(logits, goals, strict=True):
        real = sentence != pad_id
        total = total + nn.functional.cross_entropy(rows[real], sentence[real], reduction="sum")
        count += int(real.sum())
    return total / count
