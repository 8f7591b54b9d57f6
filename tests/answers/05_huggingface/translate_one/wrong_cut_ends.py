"""From the task text alone: the last token is cut off even if it is no </s>. [translate_one.ends_cut]"""

def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    return tokenizer.decode(ids[0, 1:-1], skip_special_tokens=True)
