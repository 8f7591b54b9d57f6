"""From the task text alone: cuts the translations without special tokens, so that the end does not count. [pair_loss.end_left_out]"""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, padding=True, return_tensors="pt")
    ids = [tokenizer(text_target=text)["input_ids"][:-1] for text in targets]
    longest = max(map(len, ids))
    batch["labels"] = torch.tensor([each + [-100] * (longest - len(each)) for each in ids])
    return model(**batch.to(model.device)).loss
