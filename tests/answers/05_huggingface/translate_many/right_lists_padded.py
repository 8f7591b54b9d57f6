"""Pads lists of ids by hand and makes the mask itself."""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    ids = [tokenizer.encode(sentence) for sentence in sentences]
    if any(len(row) > tokenizer.model_max_length for row in ids):
        raise ValueError("at least one sentence is longer than the model can read")
    rows = [row for row, sentence in zip(ids, sentences) if len(sentence.split()) > 0]
    found = {}
    if rows:
        longest = max(map(len, rows))
        filled = [row + [tokenizer.pad_token_id] * (longest - len(row)) for row in rows]
        mask = [[1] * len(row) + [0] * (longest - len(row)) for row in rows]
        written = model.generate(
            torch.tensor(filled, device=model.device),
            attention_mask=torch.tensor(mask, device=model.device),
            max_new_tokens=64,
        )
        found = dict(enumerate(tokenizer.batch_decode(written, skip_special_tokens=True)))
    order = iter(range(len(rows)))
    return [found[next(order)] if sentence.split() else "" for sentence in sentences]
