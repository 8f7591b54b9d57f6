"""From the task text alone: guards only the empty list, so a list of nothing but empty sentences fails in the tokenizer. [translate_many.empty_list]"""

def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    if not sentences:
        return []
    wanted = [s for s in sentences if s.strip()]
    encoded = tokenizer(wanted, return_tensors="pt", padding=True).to(model.device)
    if encoded["input_ids"].shape[1] > tokenizer.model_max_length:
        raise ValueError("a sentence is too long")
    ids = model.generate(**encoded, max_new_tokens=64)
    translated = iter(tokenizer.batch_decode(ids, skip_special_tokens=True))
    return [next(translated) if s.strip() else "" for s in sentences]
