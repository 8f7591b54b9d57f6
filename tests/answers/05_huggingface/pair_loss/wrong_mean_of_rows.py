"""From the task text alone: divides each row by its own number of tokens, then takes the mean of the rows. [pair_loss.mean_of_means]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    batch = batch.to(model.device)
    labels = batch.pop("labels")
    logits = model(**batch, labels=labels).logits  # [batch, tgt, vocab]
    pad = tokenizer.pad_token_id
    each = nn.functional.cross_entropy(
        logits.transpose(1, 2), labels, ignore_index=pad, reduction="none"
    )
    return (each.sum(1) / (labels != pad).sum(1)).mean()
