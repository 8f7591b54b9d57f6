"""Stops at another number of tokens than 64 new ones. [translate_one.other_limit]"""
# LIMIT: {"max_length": 64} | {"max_new_tokens": 63} | {"max_new_tokens": 65} | {"max_new_tokens": 32} | {"max_new_tokens": 50} | {"max_new_tokens": 100} | {"max_new_tokens": 128}


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, **LIMIT)
    return tokenizer.decode(ids[0], skip_special_tokens=True)
