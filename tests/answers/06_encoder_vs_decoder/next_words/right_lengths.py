"""Measures the prompts before they are padded."""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    texts = tokenizer(prompts, padding=True, padding_side="right", return_tensors="pt")
    best = model(**texts.to(model.device)).logits.argmax(-1)  # [batch, token]
    ends = [len(ids) - 1 for ids in tokenizer(prompts)["input_ids"]]
    chosen = [int(row[end]) for row, end in zip(best, ends, strict=True)]
    return tokenizer.convert_ids_to_tokens(chosen)
