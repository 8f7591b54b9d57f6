"""From the task text alone: takes the mean of the logits of real positions. [next_words.mean_of_positions]"""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    texts = tokenizer(prompts, padding=True, padding_side="right", return_tensors="pt")
    logits = model(**texts.to(model.device)).logits
    real = texts["attention_mask"].unsqueeze(-1)
    best = (logits * real).sum(1).argmax(-1)
    return tokenizer.convert_ids_to_tokens(best.tolist())
