"""Checks all lengths first, then translates sentence by sentence without a batch."""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:

    for sentence in sentences:
        if len(tokenizer(sentence)["input_ids"]) > tokenizer.model_max_length:
            raise ValueError(f"too long: {sentence[:30]}...")
    result = []
    for sentence in sentences:
        if sentence.isspace() or sentence == "":
            result.append("")
            continue
        encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
        ids = model.generate(**encoded, max_new_tokens=64)
        result.append(tokenizer.decode(ids[0], skip_special_tokens=True))
    return result
