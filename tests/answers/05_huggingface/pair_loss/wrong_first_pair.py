"""Takes the first pair alone. [pair_loss.first_pair]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources[:1], text_target=targets[:1], return_tensors="pt")
    return model(**batch.to(model.device)).loss
