"""From the task text alone: returns a list of ids for each text. [restore.not_decoded]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    best = model(**encoded).logits.argmax(-1)
    return ids.where(ids != tokenizer.mask_token_id, best).tolist()
