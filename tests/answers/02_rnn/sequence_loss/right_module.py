"""The module nn.CrossEntropyLoss instead of the function."""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    measure = nn.CrossEntropyLoss(ignore_index=pad_id)
    return measure(logits.view(-1, logits.size(-1)), goals.view(-1))
