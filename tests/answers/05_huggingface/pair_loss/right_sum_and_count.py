"""Adds up what every position costs and divides by the number of real tokens."""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    batch = batch.to(model.device)
    labels = batch.pop("labels")
    logits = model(**batch, labels=labels).logits  # [batch, tgt, vocab]
    each = nn.functional.cross_entropy(logits.flatten(0, 1), labels.flatten(), reduction="none")
    real = (labels != tokenizer.pad_token_id).flatten()
    return (each * real).sum() / real.sum()
