"""Puts each translation in front of those before. [translate_many.backwards]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    if any(len(tokenizer.encode(text)) > tokenizer.model_max_length for text in sentences):
        raise ValueError("too long")
    texts: list[str] = []
    for sentence in sentences:
        text = ""
        if sentence.strip():
            encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
            ids = model.generate(**encoded, max_new_tokens=64)
            text = tokenizer.decode(ids[0], skip_special_tokens=True)
        texts.insert(0, text)
    return texts
