"""From the task text alone: forgets skip_special_tokens, so <pad> and </s> are in the sentence. [translate_one.special_tokens_left]"""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:

    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    return tokenizer.decode(ids[0])
