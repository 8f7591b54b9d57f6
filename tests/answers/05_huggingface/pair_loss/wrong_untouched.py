"""The program as it is given, bug and all. [pair_loss.untouched]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    return model(**batch.to(model.device)).loss
