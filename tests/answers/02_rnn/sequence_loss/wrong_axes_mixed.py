"""From the task text alone: swaps axes before joining them. [sequence_loss.axes_mixed]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    batch, tgt, vocab = logits.shape
    scores = logits.transpose(1, 2).reshape(-1, vocab)
    return nn.functional.cross_entropy(scores, goals.reshape(-1), ignore_index=pad_id)
