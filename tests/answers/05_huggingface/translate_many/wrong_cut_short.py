"""Leaves the limit of new tokens out. [translate_many.cut_short]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    kept = [sentence for sentence in sentences if sentence.strip()]
    if not kept:
        return [""] * len(sentences)
    encoded = tokenizer(kept, padding=True, return_tensors="pt").to(model.device)
    if encoded["input_ids"].shape[1] > tokenizer.model_max_length:
        raise ValueError("too long")
    ids = model.generate(**encoded)
    texts = iter(tokenizer.batch_decode(ids, skip_special_tokens=True))
    return [next(texts) if sentence.strip() else "" for sentence in sentences]
