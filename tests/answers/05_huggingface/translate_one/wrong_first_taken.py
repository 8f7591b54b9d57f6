"""Decodes the whole batch and takes the first letter. [translate_one.first_letter]"""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    return tokenizer.decode(ids[0], skip_special_tokens=True)[0]
