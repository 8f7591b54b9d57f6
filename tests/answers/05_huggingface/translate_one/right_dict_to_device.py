"""Sends each tensor to the device in a dict comprehension and decodes the list that decode gives for a batch."""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:

    encoded = tokenizer(sentence, return_tensors="pt")
    encoded = {name: values.to(model.device) for name, values in encoded.items()}
    ids = model.generate(**encoded, max_new_tokens=64)
    return "".join(tokenizer.batch_decode(ids, skip_special_tokens=True))
