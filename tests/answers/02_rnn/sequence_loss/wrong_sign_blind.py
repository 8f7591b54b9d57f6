"""From the task text alone: forgets the minus and returns the mean log probability. [sequence_loss.sign]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    real = goals != pad_id
    log_probabilities = logits[real].log_softmax(-1)
    return log_probabilities.gather(-1, goals[real].unsqueeze(-1)).mean()
