"""Counts no loss for padding, but divides by it too. [pair_loss.padding_divides]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    batch = batch.to(model.device)
    labels = batch.pop("labels")
    logits = model(**batch, labels=labels).logits  # [batch, tgt, vocab]
    each = nn.functional.cross_entropy(
        logits.transpose(1, 2), labels, ignore_index=tokenizer.pad_token_id, reduction="none"
    )
    return each.mean()
