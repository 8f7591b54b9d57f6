"""Returns the list of tokens, not a sentence. [translate_one.tokens_returned]"""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    return tokenizer.convert_ids_to_tokens(ids[0].tolist(), skip_special_tokens=True)
