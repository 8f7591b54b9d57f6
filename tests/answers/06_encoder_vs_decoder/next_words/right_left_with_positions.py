"""Pads on the left, and counts positions from the first real token."""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    texts = tokenizer(prompts, padding=True, padding_side="left", return_tensors="pt")
    texts = texts.to(model.device)
    positions = (texts["attention_mask"].cumsum(1) - 1).clamp(min=0)
    best = model(**texts, position_ids=positions).logits.argmax(-1)
    return tokenizer.convert_ids_to_tokens(best[:, -1].tolist())
