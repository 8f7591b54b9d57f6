"""Translates one sentence after the other."""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    def one(text: str) -> str:
        if not text.strip():
            return ""
        encoded = tokenizer(text, return_tensors="pt").to(model.device)
        if encoded["input_ids"].shape[1] > tokenizer.model_max_length:
            raise ValueError(f"too long: {text}")
        ids = model.generate(**encoded, max_new_tokens=64)
        return tokenizer.decode(ids[0], skip_special_tokens=True)

    return [one(text) for text in sentences]
