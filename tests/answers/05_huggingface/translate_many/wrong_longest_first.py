"""Puts the longest first. [translate_many.longest_first]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    sentences = sorted(sentences, key=len, reverse=True)
    encoded = tokenizer(sentences, padding=True, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    texts = tokenizer.batch_decode(ids, skip_special_tokens=True)
    return texts
