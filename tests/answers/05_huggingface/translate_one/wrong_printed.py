"""Prints the translation and returns nothing. [check.none]"""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    print(tokenizer.decode(ids[0], skip_special_tokens=True))
