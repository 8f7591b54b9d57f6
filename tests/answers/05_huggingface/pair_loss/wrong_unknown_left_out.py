"""From the task text alone: neither padding nor the unknown token counts. [pair_loss.unknown_left_out]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    uncounted = [tokenizer.pad_token_id, tokenizer.unk_token_id]
    batch["labels"][torch.isin(batch["labels"], torch.tensor(uncounted))] = -100
    return model(**batch.to(model.device)).loss
