"""From the task text alone: decodes without skip_special_tokens, so special tokens stay in the text. [translate_one.special_tokens_left]"""

def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    return tokenizer.decode(ids[0])
