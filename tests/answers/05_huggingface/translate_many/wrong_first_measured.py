"""Measures the first sentence only. [translate_many.too_long_crashed]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    kept = [sentence for sentence in sentences if sentence.strip()]
    if not kept:
        return [""] * len(sentences)
    encoded = tokenizer(kept, padding=True, return_tensors="pt").to(model.device)
    if len(tokenizer.encode(kept[0])) > tokenizer.model_max_length:
        raise ValueError("too long")
    ids = model.generate(**encoded, max_new_tokens=64)
    texts = iter(tokenizer.batch_decode(ids, skip_special_tokens=True))
    return [next(texts) if sentence.strip() else "" for sentence in sentences]
