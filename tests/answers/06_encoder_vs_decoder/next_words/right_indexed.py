"""Takes from each row of logits the position of its last token, by two indices."""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    texts = tokenizer(prompts, padding=True, padding_side="right", return_tensors="pt")
    logits = model(**texts.to(model.device)).logits
    last = texts["attention_mask"].sum(1) - 1
    rows = torch.arange(len(prompts), device=last.device)
    return tokenizer.convert_ids_to_tokens(logits[rows, last].argmax(1).tolist())
