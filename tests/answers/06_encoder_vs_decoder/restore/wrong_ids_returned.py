"""Returns ids and leaves decoding out. [restore.not_decoded]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    best = model(**encoded).logits.argmax(-1)
    return torch.where(ids == tokenizer.mask_token_id, best, ids)
