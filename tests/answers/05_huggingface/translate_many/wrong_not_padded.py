"""Forgets the padding. [translate_many.not_padded]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    encoded = tokenizer(sentences, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    return tokenizer.batch_decode(ids, skip_special_tokens=True)
