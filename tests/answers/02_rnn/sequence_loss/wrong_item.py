"""From the task text alone: returns a Python number with .item(). [sequence_loss.not_a_tensor]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    value = nn.functional.cross_entropy(logits.flatten(0, 1), goals.flatten(), ignore_index=pad_id)
    return value.item()
