"""Puts the sentences into a dictionary. [translate_many.duplicates_lost]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    if not sentences:
        return []
    encoded = tokenizer(sentences, padding=True, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    texts = tokenizer.batch_decode(ids, skip_special_tokens=True)
    return list(dict(zip(sentences, texts, strict=True)).values())
