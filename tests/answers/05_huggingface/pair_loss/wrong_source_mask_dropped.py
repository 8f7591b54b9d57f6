"""Hands over ids and labels alone, so that padding of the source is read. [pair_loss.source_mask_dropped]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    labels = batch["labels"].masked_fill(batch["labels"] == tokenizer.pad_token_id, -100)
    ids = batch["input_ids"].to(model.device)
    return model(input_ids=ids, attention_mask=torch.ones_like(ids), labels=labels).loss
