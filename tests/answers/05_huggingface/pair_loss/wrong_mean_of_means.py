"""Takes the mean of the losses of single pairs. [pair_loss.mean_of_means]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    losses = []
    for source, target in zip(sources, targets, strict=True):
        pair = tokenizer([source], text_target=[target], return_tensors="pt").to(model.device)
        losses.append(model(**pair).loss)
    return torch.stack(losses).mean()
