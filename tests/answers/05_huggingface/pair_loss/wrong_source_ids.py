"""From the task text alone: marks padding in the ids of the sources, where an id below 0 has no vector. [pair_loss.source_ids]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    ids = batch["input_ids"]
    batch["input_ids"] = ids.masked_fill(ids == tokenizer.pad_token_id, -100)
    return model(**batch.to(model.device)).loss
