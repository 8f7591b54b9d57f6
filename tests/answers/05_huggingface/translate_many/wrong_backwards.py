"""Takes sentences off the end. [translate_many.backwards]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    texts = []
    waiting = list(sentences)
    while waiting:
        sentence = waiting.pop()
        encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
        if encoded["input_ids"].shape[1] > tokenizer.model_max_length:
            raise ValueError("too long")
        ids = model.generate(**encoded, max_new_tokens=64)
        text = tokenizer.decode(ids[0], skip_special_tokens=True)
        texts.append(text if sentence.strip() else "")
    return texts
