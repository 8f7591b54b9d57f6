"""From the task text alone: flattens the goals in another order than the logits. [sequence_loss.axes_mixed]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    return nn.functional.cross_entropy(
        logits.flatten(0, 1), goals.T.reshape(-1), ignore_index=pad_id
    )
