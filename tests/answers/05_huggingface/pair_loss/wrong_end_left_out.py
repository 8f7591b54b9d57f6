"""Leaves the end of each translation out with the padding. [pair_loss.end_left_out]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    real = batch["labels"] != tokenizer.pad_token_id
    real &= batch["labels"] != tokenizer.eos_token_id
    batch["labels"] = batch["labels"].where(real, -100)
    return model(**batch.to(model.device)).loss
