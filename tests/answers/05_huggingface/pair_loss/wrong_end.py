"""From the task text alone: puts the end token where there is padding. [pair_loss.end_for_padding]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    batch["labels"][batch["labels"] == tokenizer.pad_token_id] = tokenizer.eos_token_id
    return model(**batch.to(model.device)).loss
