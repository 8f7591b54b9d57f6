"""From the task text alone: takes the number of tokens for a position, and keeps it inside. [next_words.one_too_far_inside]"""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    texts = tokenizer(prompts, padding=True, padding_side="right", return_tensors="pt")
    best = model(**texts.to(model.device)).logits.argmax(-1)  # [batch, token]
    last = texts["attention_mask"].sum(1, keepdim=True).clamp(max=best.shape[1] - 1)
    return tokenizer.convert_ids_to_tokens(best.gather(1, last).flatten().tolist())
