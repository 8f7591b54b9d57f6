"""Takes the blanks out of the list that came in. [translate_many.list_changed, translate_many.blanks_dropped]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    for sentence in list(sentences):
        if not sentence.strip():
            sentences.remove(sentence)
    if not sentences:
        return []
    encoded = tokenizer(sentences, padding=True, return_tensors="pt").to(model.device)
    if encoded["input_ids"].shape[1] > tokenizer.model_max_length:
        raise ValueError("too long")
    ids = model.generate(**encoded, max_new_tokens=64)
    return tokenizer.batch_decode(ids, skip_special_tokens=True)
