"""Makes the labels of lists, and pads them by hand with what is not counted."""

@shaped
def pair_loss(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sources: list[str], targets: list[str]
) -> Float[Tensor, ""]:
    batch = tokenizer(sources, padding=True, return_tensors="pt")
    rows = [torch.tensor(ids) for ids in tokenizer(text_target=targets)["input_ids"]]
    batch["labels"] = nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=-100)
    return model(**batch.to(model.device)).loss
