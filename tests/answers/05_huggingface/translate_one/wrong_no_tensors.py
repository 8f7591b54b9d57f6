"""Forgets return_tensors. [translate_one.no_tensors: handed, raised]"""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer(sentence)
    ids = model.generate(**encoded, max_new_tokens=64)
    return tokenizer.decode(ids[0], skip_special_tokens=True)
