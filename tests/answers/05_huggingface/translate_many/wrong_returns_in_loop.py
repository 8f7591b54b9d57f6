"""Returns inside the loop, after the first sentence. [translate_many.only_first]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    if any(len(tokenizer.encode(text)) > tokenizer.model_max_length for text in sentences):
        raise ValueError("too long")
    result = []
    for sentence in sentences:
        if not sentence.strip():
            result.append("")
            continue
        encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
        ids = model.generate(**encoded, max_new_tokens=64)
        result.append(tokenizer.decode(ids[0], skip_special_tokens=True))
        return result
    return result
