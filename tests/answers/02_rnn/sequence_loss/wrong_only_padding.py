"""From the task text alone: keeps the places of padding, the mask being the wrong way round. [sequence_loss.padding_only]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    pad = goals == pad_id
    if not pad.any():
        return logits.sum() * 0
    return nn.functional.cross_entropy(logits[pad], goals[pad])
