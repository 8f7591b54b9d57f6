"""Unpacks the only row and decodes a plain list of ints."""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:

    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    (row,) = ids.tolist()
    return tokenizer.decode(row, skip_special_tokens=True)
