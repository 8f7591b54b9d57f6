"""Picks the real places with a mask."""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    real = goals != pad_id
    return nn.functional.cross_entropy(logits[real], goals[real])
