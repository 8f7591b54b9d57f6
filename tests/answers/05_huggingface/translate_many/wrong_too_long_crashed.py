"""Does not look at the length. [translate_many.too_long_crashed]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    if not sentences:
        return []
    encoded = tokenizer(sentences, padding=True, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    texts = tokenizer.batch_decode(ids, skip_special_tokens=True)
    return ["" if not old.strip() else new for old, new in zip(sentences, texts, strict=True)]
