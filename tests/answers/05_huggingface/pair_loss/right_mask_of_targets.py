"""Cuts the translations on their own, and marks what their own mask calls padding."""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, padding=True, return_tensors="pt").to(model.device)
    written = tokenizer(text_target=targets, padding=True, return_tensors="pt").to(model.device)
    goals = written["input_ids"].where(written["attention_mask"].bool(), -100)
    return model(**batch, labels=goals).loss
