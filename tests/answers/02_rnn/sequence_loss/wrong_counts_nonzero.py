"""From the task text alone: divides by the number of goals that are not 0, whatever pad_id is. [check.value]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    total = nn.functional.cross_entropy(
        logits.flatten(0, 1), goals.flatten(), ignore_index=pad_id, reduction="sum"
    )
    return total / goals.count_nonzero()
