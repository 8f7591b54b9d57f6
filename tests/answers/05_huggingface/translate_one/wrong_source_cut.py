"""Cuts the source where the translation is to end. [translate_one.source_cut]"""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer(sentence, return_tensors="pt", truncation=True, max_length=64)
    ids = model.generate(**encoded.to(model.device), max_new_tokens=64)
    return tokenizer.decode(ids[0], skip_special_tokens=True)
