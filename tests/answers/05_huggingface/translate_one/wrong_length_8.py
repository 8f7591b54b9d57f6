"""From the task text alone: changes the number of new tokens to 8, so that longer sentences are cut. [translate_one.cut_short]"""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:

    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=8)
    return tokenizer.decode(ids[0], skip_special_tokens=True)
