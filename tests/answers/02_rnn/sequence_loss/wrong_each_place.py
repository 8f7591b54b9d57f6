"""From the task text alone: returns the loss of each place, not their mean. [sequence_loss.not_one_number]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    return nn.functional.cross_entropy(
        logits.flatten(0, 1), goals.flatten(), ignore_index=pad_id, reduction="none"
    )
