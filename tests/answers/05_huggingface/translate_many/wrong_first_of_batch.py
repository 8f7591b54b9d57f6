"""Takes the first of the texts instead of all. [translate_many.first_string, translate_many.row_lost]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    for sentence in sentences:
        if len(tokenizer(sentence)["input_ids"]) > tokenizer.model_max_length:
            raise ValueError("too long")
    if not any(sentence.strip() for sentence in sentences):
        return [""] * len(sentences)
    encoded = tokenizer(sentences, padding=True, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    return tokenizer.batch_decode(ids, skip_special_tokens=True)[0]
