"""Gives three axes to cross_entropy. [sequence_loss.axes_not_joined]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    return nn.functional.cross_entropy(logits, goals, ignore_index=pad_id)
