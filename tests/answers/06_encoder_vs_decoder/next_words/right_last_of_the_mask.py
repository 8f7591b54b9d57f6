"""Looks in the mask for the last 1."""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    texts = tokenizer(prompts, padding=True, padding_side="right", return_tensors="pt")
    best = model(**texts.to(model.device)).logits.argmax(-1)  # [batch, token]
    mask = texts["attention_mask"]
    last = mask.shape[1] - 1 - mask.flip(1).argmax(1, keepdim=True)
    return tokenizer.convert_ids_to_tokens(best.gather(1, last).flatten().tolist())
