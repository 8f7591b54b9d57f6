"""log_softmax, gather of the goals, and a mean over the mask by hand."""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    real = goals != pad_id
    log_probabilities = torch.log_softmax(logits, dim=-1)
    safe = goals.masked_fill(~real, 0).unsqueeze(-1)
    found = log_probabilities.gather(-1, safe).squeeze(-1)
    return -(found * real).sum() / real.sum()
