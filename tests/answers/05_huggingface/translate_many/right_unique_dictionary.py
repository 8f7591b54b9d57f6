"""Translates every different sentence once and looks the results up."""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:

    different = sorted({sentence for sentence in sentences if sentence.strip()})
    table = {}
    if different:
        longest = max(len(ids) for ids in tokenizer(different)["input_ids"])
        if longest > tokenizer.model_max_length:
            raise ValueError("too long")
        encoded = tokenizer(different, padding=True, return_tensors="pt").to(model.device)
        ids = model.generate(**encoded, max_new_tokens=64)
        table = dict(zip(different, tokenizer.batch_decode(ids, skip_special_tokens=True)))
    return [table.get(sentence, "") for sentence in sentences]
