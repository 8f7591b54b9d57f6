"""From the task text alone: gives only the ids to the model, so that padding is seen. [restore.no_attention_mask]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    logits = model(ids).logits

    ids = torch.where(ids == tokenizer.mask_token_id, logits.argmax(-1), ids)
    return tokenizer.batch_decode(ids, skip_special_tokens=True)
