"""Takes the place before, as of a decoder. [restore.before_the_mask]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    best = model(**encoded).logits.argmax(-1).roll(1, dims=1)
    ids = torch.where(ids == tokenizer.mask_token_id, best, ids)
    return tokenizer.batch_decode(ids, skip_special_tokens=True)
