"""From the task text alone: computes the loss itself, and still counts padding. [pair_loss.untouched]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    batch = batch.to(model.device)
    labels = batch.pop("labels")
    logits = model(**batch, labels=labels).logits  # [batch, tgt, vocab]
    return nn.functional.cross_entropy(logits.flatten(0, 1), labels.flatten())
