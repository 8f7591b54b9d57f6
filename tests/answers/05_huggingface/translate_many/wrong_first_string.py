"""Returns the first translation. [translate_many.first_string, translate_many.row_lost]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    kept = [sentence for sentence in sentences if sentence.strip()]
    if not kept:
        return ""
    encoded = tokenizer(kept, padding=True, return_tensors="pt").to(model.device)
    if encoded["input_ids"].shape[1] > tokenizer.model_max_length:
        raise ValueError("too long")
    ids = model.generate(**encoded, max_new_tokens=64)
    return tokenizer.decode(ids[0], skip_special_tokens=True)
