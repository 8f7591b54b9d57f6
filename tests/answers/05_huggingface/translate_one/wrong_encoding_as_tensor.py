"""Hands the dictionary itself to generate. [translate_one.encoding_as_tensor: handed, raised]"""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    ids = model.generate(encoded, max_new_tokens=64)
    return tokenizer.decode(ids[0], skip_special_tokens=True)
