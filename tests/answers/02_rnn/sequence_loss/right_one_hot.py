"""One-hot goals times the log probabilities."""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    real = goals != pad_id
    one_hot = nn.functional.one_hot(goals[real], logits.shape[-1]).to(logits.dtype)
    return -(one_hot * logits[real].log_softmax(-1)).sum(-1).mean()
