"""Counts as padding whatever has the id of padding. [next_words.by_id]"""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    texts = tokenizer(prompts, padding=True, padding_side="right", return_tensors="pt")
    best = model(**texts.to(model.device)).logits.argmax(-1)  # [batch, token]
    real = texts["input_ids"] != tokenizer.pad_token_id
    last = (real.sum(1, keepdim=True) - 1).clamp(min=0)
    return tokenizer.convert_ids_to_tokens(best.gather(1, last).flatten().tolist())
