"""Translates the blanks along and erases what came of them."""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    limit = tokenizer.model_max_length
    if any(len(tokenizer.encode(text)) > limit for text in sentences):
        raise ValueError("a sentence is too long")
    if not sentences:
        return []
    encoded = tokenizer(sentences, padding=True, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    texts = [tokenizer.decode(row, skip_special_tokens=True) for row in ids]
    return [
        "" if old.isspace() or not old else new for old, new in zip(sentences, texts, strict=True)
    ]
