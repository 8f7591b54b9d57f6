"""Takes sentences off the end. [translate_many.backwards]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    texts = []
    waiting = list(sentences)
    while waiting:
        encoded = tokenizer(waiting.pop(), return_tensors="pt").to(model.device)
        ids = model.generate(**encoded, max_new_tokens=64)
        texts.append(tokenizer.decode(ids[0], skip_special_tokens=True))
    return texts
