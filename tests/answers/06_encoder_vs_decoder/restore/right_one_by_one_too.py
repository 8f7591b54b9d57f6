"""Fills the texts one after the other, without padding."""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    answer = []
    for text in texts:
        encoded = tokenizer(text, return_tensors="pt").to(model.device)
        ids = encoded["input_ids"]
        best = model(**encoded).logits.argmax(-1)
        ids = torch.where(ids == tokenizer.mask_token_id, best, ids)
        answer.extend(tokenizer.batch_decode(ids, skip_special_tokens=True))
    return answer
