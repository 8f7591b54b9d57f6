"""Has the mask the wrong way round. [sequence_loss.padding_only]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    padding = goals == pad_id
    return nn.functional.cross_entropy(logits[padding], goals[padding])
