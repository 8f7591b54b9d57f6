"""From the task text alone: the padded batch goes in without the attention_mask, so padding is looked at. [restore.no_attention_mask]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    ids = tokenizer(texts, padding=True, return_tensors="pt").input_ids.to(model.device)
    best = model(ids).logits.argmax(dim=-1)
    filled = torch.where(ids == tokenizer.mask_token_id, best, ids)
    return tokenizer.batch_decode(filled, skip_special_tokens=True)
