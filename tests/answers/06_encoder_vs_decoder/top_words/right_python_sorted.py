"""Ranks the ids with Python's sorted and computes the softmax by exp of log_softmax."""


@torch.no_grad()
def top_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, text: str, top_k: int = 5
) -> list[list[tuple[str, float]]]:
    encoded = tokenizer(text, return_tensors="pt")
    ids = encoded["input_ids"][0].tolist()
    if len(ids) > tokenizer.model_max_length:
        raise ValueError("longer than the model can read")
    if ids.count(tokenizer.mask_token_id) == 0:
        raise ValueError("nothing is masked")
    rows = model(**encoded.to(model.device)).logits[0].log_softmax(-1).exp().tolist()
    answer = []
    for token, row in zip(ids, rows, strict=True):
        if token == tokenizer.mask_token_id:
            order = sorted(range(len(row)), key=lambda index: -row[index])[:top_k]
            answer.append([(tokenizer.convert_ids_to_tokens(index), row[index]) for index in order])
    return answer
