"""From the task text alone: decodes the ids that went in, not those that came out. [translate_one.source_decoded]"""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:

    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    return tokenizer.decode(encoded["input_ids"][0], skip_special_tokens=True)
