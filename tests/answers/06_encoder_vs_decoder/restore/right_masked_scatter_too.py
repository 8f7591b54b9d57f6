"""Uses masked_scatter and softmax before argmax."""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    logits = model(**encoded).logits

    masked = ids.eq(tokenizer.mask_token_id)
    best = logits[masked].softmax(dim=-1).max(dim=-1).indices
    return tokenizer.batch_decode(ids.masked_scatter(masked, best), skip_special_tokens=True)
