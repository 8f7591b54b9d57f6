"""Joins the translations with line breaks. [translate_many.one_string, translate_many.row_lost]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    text = ""
    for sentence in sentences:
        encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
        if encoded["input_ids"].shape[1] > tokenizer.model_max_length:
            raise ValueError("too long")
        ids = model.generate(**encoded, max_new_tokens=64)
        text += tokenizer.decode(ids[0], skip_special_tokens=True) + "\n"
    return text
