"""Takes the mean sentence by sentence. [sequence_loss.mean_of_means]"""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    rows = [
        nn.functional.cross_entropy(row, goal, ignore_index=pad_id)
        for row, goal in zip(logits, goals, strict=True)
    ]
    return torch.stack(rows).mean()
