"""Writes too few new tokens for a long sentence. [translate_many.cut_short]"""
# LIMIT: 8 | 10 | 12 | 16 | 20


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    kept = [sentence for sentence in sentences if sentence.strip()]
    if not kept:
        return [""] * len(sentences)
    encoded = tokenizer(kept, padding=True, return_tensors="pt").to(model.device)
    if encoded["input_ids"].shape[1] > tokenizer.model_max_length:
        raise ValueError("too long")
    ids = model.generate(**encoded, max_new_tokens=LIMIT)
    texts = iter(tokenizer.batch_decode(ids, skip_special_tokens=True))
    return [next(texts) if sentence.strip() else "" for sentence in sentences]
