"""Goes pair by pair, where there is no padding, and weighs each by its tokens."""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    total, count = 0.0, 0
    for source, target in zip(sources, targets, strict=True):
        pair = tokenizer([source], text_target=[target], return_tensors="pt").to(model.device)
        tokens = pair["labels"].numel()
        total = total + model(**pair).loss * tokens
        count += tokens
    return total / count
