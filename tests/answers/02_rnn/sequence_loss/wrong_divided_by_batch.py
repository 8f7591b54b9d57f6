"""Divides by the sentences. [sequence_loss.divided_by_batch]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    total = nn.functional.cross_entropy(logits.flatten(0, 1), goals.flatten(), ignore_index=pad_id, reduction="sum")
    return total / len(goals)
