"""Puts empty sentences at the end. [translate_many.blanks_last]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    limit = tokenizer.model_max_length
    if any(len(tokenizer.encode(text)) > limit for text in sentences):
        raise ValueError("a sentence is too long")
    full = [text for text in sentences if text.strip()]
    blanks = [""] * (len(sentences) - len(full))
    if not full:
        return blanks
    encoded = tokenizer(full, padding=True, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    texts = tokenizer.batch_decode(ids, skip_special_tokens=True)
    return texts + blanks
