"""Moves the vocabulary to axis 1, as cross_entropy takes it for sequences."""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    return nn.functional.cross_entropy(logits.transpose(1, 2), goals, ignore_index=pad_id)
