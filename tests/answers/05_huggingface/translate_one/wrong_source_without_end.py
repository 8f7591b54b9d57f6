"""From the task text alone: 'without special tokens' applied to the input: add_special_tokens=False, so the source has no </s>. [translate_one.end_not_read]"""

def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer(sentence, add_special_tokens=False, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    return tokenizer.decode(ids[0], skip_special_tokens=True)
