"""From the task text alone: fills one place, computes again and then fills the next. [restore.one_after_another]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    while (ids == tokenizer.mask_token_id).any():
        best = model(**encoded).logits.argmax(-1)
        for row in range(len(ids)):
            places = (ids[row] == tokenizer.mask_token_id).nonzero()
            if len(places):
                ids[row, places[0]] = best[row, places[0]]
    return tokenizer.batch_decode(ids, skip_special_tokens=True)
