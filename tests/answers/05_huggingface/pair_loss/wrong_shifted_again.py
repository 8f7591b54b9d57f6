"""Shifts logits and labels by one, as the model has done already. [pair_loss.shifted_again]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    batch = batch.to(model.device)
    labels = batch.pop("labels")
    logits = model(**batch, labels=labels).logits  # [batch, tgt, vocab]
    pad = tokenizer.pad_token_id
    rows = logits[:, :-1].transpose(1, 2)
    return nn.functional.cross_entropy(rows, labels[:, 1:], ignore_index=pad)
