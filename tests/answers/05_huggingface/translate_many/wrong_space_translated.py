"""Takes only the empty string for empty. [translate_many.space_translated]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    limit = tokenizer.model_max_length
    if any(len(tokenizer.encode(text)) > limit for text in sentences):
        raise ValueError("a sentence is too long")
    full = [text for text in sentences if text]
    if not full:
        return [""] * len(sentences)
    encoded = tokenizer(full, padding=True, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    texts = iter(tokenizer.batch_decode(ids, skip_special_tokens=True))
    return [next(texts) if text else "" for text in sentences]
