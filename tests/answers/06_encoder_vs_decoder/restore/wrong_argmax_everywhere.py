"""From the task text alone: replaces every token by the likeliest one and not only masked ones. [restore.everything_replaced]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    if not texts:
        return []
    encoded = tokenizer(texts, padding=True, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    logits = model(**encoded).logits

    return tokenizer.batch_decode(logits.argmax(-1), skip_special_tokens=True)
