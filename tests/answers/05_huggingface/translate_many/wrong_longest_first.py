"""Puts the longest first. [translate_many.longest_first]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    sentences = sorted(sentences, key=len, reverse=True)
    kept = [sentence for sentence in sentences if sentence.strip()]
    if not kept:
        return [""] * len(sentences)
    encoded = tokenizer(kept, padding=True, return_tensors="pt").to(model.device)
    if encoded["input_ids"].shape[1] > tokenizer.model_max_length:
        raise ValueError("too long")
    ids = model.generate(**encoded, max_new_tokens=64)
    texts = iter(tokenizer.batch_decode(ids, skip_special_tokens=True))
    return [next(texts) if sentence.strip() else "" for sentence in sentences]
