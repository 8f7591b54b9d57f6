"""Pads with any token at all and needs no mask: what stands behind is never seen."""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    rows = [torch.tensor(ids) for ids in tokenizer(prompts)["input_ids"]]
    ids = nn.utils.rnn.pad_sequence(rows, batch_first=True).to(model.device)
    logits = model(ids).logits
    best = [int(each[len(row) - 1].argmax()) for each, row in zip(logits, rows, strict=True)]
    return tokenizer.convert_ids_to_tokens(best)
