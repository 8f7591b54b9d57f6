"""From the task text alone: counts padding like any other goal. [sequence_loss.padding_counted]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    return nn.functional.cross_entropy(logits.flatten(0, 1), goals.flatten())
