"""Walks over the rows of nonzero and fills the ids one by one in Python lists."""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    logits = model(**encoded).logits

    rows = ids.tolist()
    for sentence, place in (ids == tokenizer.mask_token_id).nonzero().tolist():
        rows[sentence][place] = int(logits[sentence, place].argmax())
    return tokenizer.batch_decode(rows, skip_special_tokens=True)
