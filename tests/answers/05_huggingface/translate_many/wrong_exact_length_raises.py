"""From the task text alone: compares with >=, so a sentence of exactly model_max_length tokens is refused. [translate_many.limit_too_low]"""
def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    result = []
    todo = []
    for sentence in sentences:
        if sentence.strip() == "":
            todo.append(None)
            continue
        encoded = tokenizer(sentence, return_tensors="pt")
        if encoded["input_ids"].shape[1] >= tokenizer.model_max_length:
            raise ValueError(f"too long: {sentence[:20]}")
        todo.append(encoded.to(model.device))
    for encoded in todo:
        if encoded is None:
            result.append("")
        else:
            ids = model.generate(**encoded, max_new_tokens=64)
            result.append(tokenizer.decode(ids[0], skip_special_tokens=True))
    return result
