"""From the task text alone: forgets return_tensors, so there are lists that cannot be sent to a device. [translate_one.no_tensors: handed, raised]"""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:

    encoded = tokenizer(sentence).to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    return tokenizer.decode(ids[0], skip_special_tokens=True)
