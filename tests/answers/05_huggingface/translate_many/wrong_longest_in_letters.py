"""Measures only the sentence with most letters, which need not have most tokens. [translate_many.longest_in_letters]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    longest = max(sentences, key=len, default="")
    if len(tokenizer(longest)["input_ids"]) > tokenizer.model_max_length:
        raise ValueError("too long")
    kept = [sentence for sentence in sentences if sentence.strip()]
    if not kept:
        return [""] * len(sentences)
    encoded = tokenizer(kept, padding=True, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    texts = iter(tokenizer.batch_decode(ids, skip_special_tokens=True))
    return [next(texts) if sentence.strip() else "" for sentence in sentences]
