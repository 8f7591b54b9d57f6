"""Marks the padding of the sources in the labels too. [pair_loss.mask_of_sources]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    labels, ids = batch["labels"], batch["input_ids"]
    size = min(labels.shape[1], ids.shape[1])
    labels[:, :size][ids[:, :size] == tokenizer.pad_token_id] = -100
    return model(**batch.to(model.device)).loss
