"""From the task text alone: shifts the labels before the model shifts them. [pair_loss.labels_shifted]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    labels = batch["labels"].masked_fill(batch["labels"] == tokenizer.pad_token_id, -100)
    batch["labels"] = labels[:, 1:]
    return model(**batch.to(model.device)).loss
