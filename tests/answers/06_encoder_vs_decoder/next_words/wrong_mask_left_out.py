"""From the task text alone: leaves the mask out, and reads at the same position. [next_words.untouched]"""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    texts = tokenizer(prompts, padding=True, padding_side="right", return_tensors="pt")
    best = model(texts["input_ids"].to(model.device)).logits.argmax(-1)
    return tokenizer.convert_ids_to_tokens(best[:, -1].tolist())
