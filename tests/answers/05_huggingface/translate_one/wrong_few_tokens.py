"""Writes too few new tokens for a long sentence. [translate_one.cut_short]"""
# LIMIT: {"max_new_tokens": 8} | {"max_new_tokens": 10} | {"max_new_tokens": 12} | {"max_new_tokens": 16} | {"max_new_tokens": 20} | {"max_length": 10} | {"max_length": 16}


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, **LIMIT)
    return tokenizer.decode(ids[0], skip_special_tokens=True)
