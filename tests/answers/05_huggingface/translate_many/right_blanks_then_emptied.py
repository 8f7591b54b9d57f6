"""Sends blanks through the model too and empties their translations afterwards; lengths from the mask."""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:

    if len(sentences) == 0:
        return []
    encoded = tokenizer(sentences, padding=True, return_tensors="pt").to(model.device)
    lengths = encoded["attention_mask"].sum(dim=1)
    if (lengths > tokenizer.model_max_length).any():
        raise ValueError("a sentence has more tokens than the model can read")
    ids = model.generate(**encoded, max_new_tokens=64)
    texts = tokenizer.batch_decode(ids, skip_special_tokens=True)
    return ["" if not s.strip() else t for s, t in zip(sentences, texts, strict=True)]
