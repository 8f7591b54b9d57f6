"""Takes the logits and computes the loss itself, which ignores padding."""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    batch = batch.to(model.device)
    labels = batch.pop("labels")
    logits = model(**batch, labels=labels).logits  # [batch, tgt, vocab]
    pad = tokenizer.pad_token_id
    return nn.functional.cross_entropy(logits.transpose(1, 2), labels, ignore_index=pad)
