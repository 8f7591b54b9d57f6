"""From the task text alone: adds up the losses of single pairs. [pair_loss.sum_of_means]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    total = 0.0
    for source, target in zip(sources, targets, strict=True):
        pair = tokenizer([source], text_target=[target], return_tensors="pt").to(model.device)
        total = total + model(**pair).loss
    return total
