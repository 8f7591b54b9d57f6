"""Puts 0 where there is padding, which is the id of the end. [pair_loss.end_for_padding]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    padding = batch["labels"] == tokenizer.pad_token_id
    batch["labels"] = batch["labels"].masked_fill(padding, 0)
    return model(**batch.to(model.device)).loss
