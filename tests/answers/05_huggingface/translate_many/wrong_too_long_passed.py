"""Cuts what is too long. [translate_many.too_long_passed]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    if not sentences:
        return []
    encoded = tokenizer(sentences, padding=True, truncation=True, return_tensors="pt").to(
        model.device
    )
    ids = model.generate(**encoded, max_new_tokens=64)
    texts = tokenizer.batch_decode(ids, skip_special_tokens=True)
    return ["" if not old.strip() else new for old, new in zip(sentences, texts, strict=True)]
