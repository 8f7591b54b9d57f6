"""Leaves special tokens in. [translate_many.special_tokens_left]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    texts = []
    for sentence in sentences:
        encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
        if encoded["input_ids"].shape[1] > tokenizer.model_max_length:
            raise ValueError("too long")
        ids = model.generate(**encoded, max_new_tokens=64)
        texts.append(tokenizer.decode(ids[0]) if sentence.strip() else "")
    return texts
