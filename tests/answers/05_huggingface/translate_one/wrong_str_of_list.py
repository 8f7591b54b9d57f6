"""From the task text alone: turns the list of batch_decode into a string with str, so brackets and quotes stay. [check.value]"""
def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    return str(tokenizer.batch_decode(ids, skip_special_tokens=True))
