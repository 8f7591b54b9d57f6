"""Squeezes the batch of one away. [translate_many.row_lost]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    encoded = tokenizer(sentences, padding=True, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    ids = ids.squeeze(0)
    if ids.ndim == 1:
        return tokenizer.decode(ids, skip_special_tokens=True)
    texts = tokenizer.batch_decode(ids, skip_special_tokens=True)
    return texts
