"""From the task text alone: divides by all places, padding among them. [sequence_loss.divided_by_all]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    each = nn.functional.cross_entropy(
        logits.flatten(0, 1), goals.flatten(), ignore_index=pad_id, reduction="none"
    )
    return each.mean()
