"""From the task text alone: mends it, and keeps the end token from being chosen. [next_words.end_forbidden]"""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    texts = tokenizer(prompts, padding=True, padding_side="right", return_tensors="pt")
    logits = model(**texts.to(model.device)).logits
    logits[:, :, tokenizer.pad_token_id] = -torch.inf
    best = logits.argmax(-1)
    last = texts["attention_mask"].sum(1, keepdim=True) - 1  # [batch, 1]
    return tokenizer.convert_ids_to_tokens(best.gather(1, last).flatten().tolist())
