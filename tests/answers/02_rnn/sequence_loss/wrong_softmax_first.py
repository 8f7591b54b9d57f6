"""From the task text alone: takes the softmax before cross_entropy, which takes it again. [sequence_loss.softmax_twice]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    probabilities = torch.softmax(logits, dim=-1)
    return nn.functional.cross_entropy(
        probabilities.flatten(0, 1), goals.flatten(), ignore_index=pad_id
    )
