"""Counts the tokens without special ones, so that </s> is missing. [translate_many.end_not_counted]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    kept = [sentence for sentence in sentences if sentence.strip()]
    if not kept:
        return [""] * len(sentences)
    encoded = tokenizer(kept, padding=True, return_tensors="pt").to(model.device)
    if any(len(tokenizer.encode(s, add_special_tokens=False)) > tokenizer.model_max_length for s in kept):
        raise ValueError("too long")
    ids = model.generate(**encoded, max_new_tokens=64)
    texts = iter(tokenizer.batch_decode(ids, skip_special_tokens=True))
    return [next(texts) if sentence.strip() else "" for sentence in sentences]
