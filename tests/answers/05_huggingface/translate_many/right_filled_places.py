"""One batch of the non-blank sentences, put back by their places."""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:

    places = [i for i, sentence in enumerate(sentences) if sentence.strip()]
    result = [""] * len(sentences)
    if not places:
        return result
    encoded = tokenizer([sentences[i] for i in places], padding=True, return_tensors="pt")
    if encoded["input_ids"].shape[1] > tokenizer.model_max_length:
        raise ValueError("a sentence is too long")
    ids = model.generate(**encoded.to(model.device), max_new_tokens=64)
    texts = tokenizer.batch_decode(ids, skip_special_tokens=True)
    for i, text in zip(places, texts, strict=True):
        result[i] = text
    return result
