"""Takes log_softmax before cross_entropy, which changes nothing (it is idempotent)."""

@shaped
def sequence_loss(
    logits: Float[Tensor, "batch tgt vocab"], goals: Int[Tensor, "batch tgt"], pad_id: int = 0
) -> Float[Tensor, ""]:
    scores = torch.log_softmax(logits, dim=-1)
    return nn.functional.cross_entropy(
        input=scores.flatten(end_dim=1), target=goals.flatten(), ignore_index=pad_id
    )
