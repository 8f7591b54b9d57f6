"""Gathers log probabilities and weighs them with the mask."""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    log_p = logits.log_softmax(-1).gather(-1, goals.unsqueeze(-1)).squeeze(-1)
    mask = (goals != pad_id).float()
    return -(log_p * mask).sum() / mask.sum()
