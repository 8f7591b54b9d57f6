"""Does not think of the empty list. [restore.empty_list]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"].clone()
    logits = model(**encoded).logits
    rows, places = torch.where(ids == tokenizer.mask_token_id)
    ids[rows, places] = logits[rows, places].argmax(-1)
    return tokenizer.batch_decode(ids, skip_special_tokens=True)
