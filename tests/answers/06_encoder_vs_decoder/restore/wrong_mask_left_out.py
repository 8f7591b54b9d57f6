"""Hands ids over by name and forgets the mask, in words put into the texts. [restore.no_attention_mask]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    best = model(input_ids=ids).logits.argmax(-1)
    found = []
    for text, row, words in zip(texts, ids.tolist(), best.tolist(), strict=True):
        for token, word in zip(row, words, strict=True):
            if token == tokenizer.mask_token_id:
                text = text.replace(tokenizer.mask_token, tokenizer.convert_ids_to_tokens(word), 1)
        found.append(text)
    return found
