"""From the task text alone: drops max_new_tokens, so more than 64 new tokens can be written. [translate_one.cut_short]"""
def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded)
    return tokenizer.decode(ids[0], skip_special_tokens=True)
