"""From the task text alone: writes ignore_index=0 and not pad_id. [sequence_loss.pad_id_ignored]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    return nn.functional.cross_entropy(logits.flatten(0, 1), goals.flatten(), ignore_index=0)
