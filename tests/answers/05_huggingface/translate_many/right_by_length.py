"""Sorts by length, translates in batches of two, and restores the order."""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    found = [""] * len(sentences)
    order = [i for i, text in enumerate(sentences) if text.strip()]
    lengths = {i: len(tokenizer.encode(sentences[i])) for i in order}
    if any(length > tokenizer.model_max_length for length in lengths.values()):
        raise ValueError(
            f"at most {tokenizer.model_max_length} tokens, got {max(lengths.values())}"
        )
    order.sort(key=lengths.__getitem__)
    for start in range(0, len(order), 2):
        part = order[start : start + 2]
        encoded = tokenizer([sentences[i] for i in part], padding=True, return_tensors="pt")
        ids = model.generate(**encoded.to(model.device), max_new_tokens=64)
        for i, row in zip(part, ids, strict=True):
            found[i] = tokenizer.decode(row, skip_special_tokens=True)
    return found
