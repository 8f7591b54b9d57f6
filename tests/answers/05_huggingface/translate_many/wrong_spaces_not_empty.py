"""From the task text alone: does not strip, so a sentence of nothing but spaces is translated. [translate_many.space_translated]"""
def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    full = [s for s in sentences if s != ""]
    if len(full) == 0:
        return ["" for _ in sentences]
    encoded = tokenizer(full, return_tensors="pt", padding=True).to(model.device)
    if encoded["input_ids"].shape[1] > tokenizer.model_max_length:
        raise ValueError("a sentence is longer than the model can read")
    ids = model.generate(**encoded, max_new_tokens=64)
    english = iter(tokenizer.batch_decode(ids, skip_special_tokens=True))
    return [next(english) if s != "" else "" for s in sentences]
