"""Forgets the minus sign. [sequence_loss.sign]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    chances = logits.log_softmax(-1).gather(-1, goals.unsqueeze(-1)).squeeze(-1)
    return chances[goals != pad_id].mean()
