"""From the task text alone: fills only the first masked place of each text. [restore.only_first_mask]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    logits = model(**encoded).logits

    filled = ids.clone()
    for row, place in enumerate((ids == tokenizer.mask_token_id).int().argmax(dim=1).tolist()):
        if ids[row, place] == tokenizer.mask_token_id:
            filled[row, place] = logits[row, place].argmax()
    return tokenizer.batch_decode(filled, skip_special_tokens=True)
