"""From the task text alone: cuts every translation to the shortest, so that there is no padding. [pair_loss.cut_to_shortest]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, text_target=targets, padding=True, return_tensors="pt")
    shortest = int((batch["labels"] != tokenizer.pad_token_id).sum(1).min())
    batch["labels"] = batch["labels"][:, :shortest]
    return model(**batch.to(model.device)).loss
