"""From the task text alone: cuts all sentences to the shortest, so the ends of the long ones are lost. [sequence_loss.cut_to_shortest]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    real = (goals != pad_id).all(dim=0)
    if not real.any():
        real = (goals != pad_id).any(dim=0)
    return nn.functional.cross_entropy(
        logits[:, real].flatten(0, 1), goals[:, real].flatten(), ignore_index=pad_id
    )
