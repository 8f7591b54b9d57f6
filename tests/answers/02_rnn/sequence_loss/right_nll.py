"""log_softmax and nll_loss with ignore_index."""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    log_probabilities = logits.log_softmax(-1).permute(0, 2, 1)
    return nn.functional.nll_loss(log_probabilities, goals, ignore_index=pad_id)
