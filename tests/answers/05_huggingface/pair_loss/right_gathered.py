"""Picks the log-probabilities of the right tokens and takes their mean where they are real."""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    batch = batch.to(model.device)
    labels = batch.pop("labels")
    logits = model(**batch, labels=labels).logits  # [batch, tgt, vocab]
    picked = logits.log_softmax(-1).gather(-1, labels.unsqueeze(-1)).squeeze(-1)  # [batch, tgt]
    return -picked[labels != tokenizer.pad_token_id].mean()
