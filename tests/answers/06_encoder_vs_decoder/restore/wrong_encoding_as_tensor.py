"""Hands the dictionary itself to the model. [restore.encoding_as_tensor]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    best = model(encoded).logits.argmax(-1)
    filled = torch.where(ids == tokenizer.mask_token_id, best, ids)
    return tokenizer.batch_decode(filled, skip_special_tokens=True)
