"""From the task text alone: texts are cut to 64 tokens. [restore.text_cut]"""

@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(
        texts, padding=True, truncation=True, max_length=64, return_tensors="pt"
    ).to(model.device)
    ids = encoded["input_ids"]
    best = model(**encoded).logits.argmax(-1)
    filled = torch.where(ids == tokenizer.mask_token_id, best, ids)
    return tokenizer.batch_decode(filled, skip_special_tokens=True)
