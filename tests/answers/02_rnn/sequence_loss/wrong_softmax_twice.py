"""Gives probabilities to cross_entropy. [sequence_loss.softmax_twice]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    rows = logits.softmax(-1).flatten(0, 1)
    return nn.functional.cross_entropy(rows, goals.flatten(), ignore_index=pad_id)
