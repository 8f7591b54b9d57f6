"""Makes a tensor of lists of different length. [translate_many.not_padded]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    kept = [sentence for sentence in sentences if sentence.strip()]
    if not kept:
        return [""] * len(sentences)
    rows = tokenizer(kept)["input_ids"]
    if max(map(len, rows)) > tokenizer.model_max_length:
        raise ValueError("too long")
    ids = model.generate(torch.tensor(rows, device=model.device), max_new_tokens=64)
    texts = iter(tokenizer.batch_decode(ids, skip_special_tokens=True))
    return [next(texts) if sentence.strip() else "" for sentence in sentences]
