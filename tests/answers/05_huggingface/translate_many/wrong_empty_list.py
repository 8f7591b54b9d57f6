"""Does not think of the empty list. [translate_many.empty_list]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    limit = tokenizer.model_max_length
    if any(len(tokenizer.encode(text)) > limit for text in sentences):
        raise ValueError("a sentence is too long")
    encoded = tokenizer(sentences, padding=True, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    texts = tokenizer.batch_decode(ids, skip_special_tokens=True)
    return ["" if not old.strip() else new for old, new in zip(sentences, texts, strict=True)]
