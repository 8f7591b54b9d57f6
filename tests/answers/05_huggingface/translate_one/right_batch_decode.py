"""Encodes a list of one sentence and takes the first of batch_decode."""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:

    encoded = tokenizer([sentence], padding=True, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    return tokenizer.batch_decode(ids, skip_special_tokens=True)[0]
