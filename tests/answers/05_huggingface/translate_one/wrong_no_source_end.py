"""From the task text alone: encodes the sentence without its special tokens, so the source lacks </s>. [translate_one.end_not_read]"""

def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer(sentence, return_tensors="pt", add_special_tokens=False).to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    return tokenizer.decode(ids[0], skip_special_tokens=True)
