"""From the task text alone: returns the list of batch_decode instead of a string. [translate_one.in_a_list]"""

def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer([sentence], return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    return tokenizer.batch_decode(ids, skip_special_tokens=True)
