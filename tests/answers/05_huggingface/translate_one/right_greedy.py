"""Uses a single beam and batch_decode."""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64, num_beams=1)
    return tokenizer.batch_decode(ids, skip_special_tokens=True)[0]
