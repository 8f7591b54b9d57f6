"""Encodes each once, sorts by length, translates in chunks of 16 with tokenizer.pad and restores the order."""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:

    numbered = []
    for place, sentence in enumerate(sentences):
        ids = tokenizer(sentence)["input_ids"]
        if len(ids) > tokenizer.model_max_length:
            raise ValueError(f"sentence {place} has {len(ids)} tokens")
        if sentence.strip():
            numbered.append((len(ids), place, ids))
    numbered.sort(key=lambda item: item[:2])
    found = {}
    for begin in range(0, len(numbered), 16):
        chunk = numbered[begin : begin + 16]
        padded = tokenizer.pad({"input_ids": [ids for _, _, ids in chunk]}, return_tensors="pt")
        written = model.generate(**padded.to(model.device), max_new_tokens=64)
        texts = tokenizer.batch_decode(written, skip_special_tokens=True)
        found.update(zip((place for _, place, _ in chunk), texts, strict=True))
    return [found.get(place, "") for place in range(len(sentences))]
