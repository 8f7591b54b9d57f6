"""Pads on the left, and hands over the ids alone. [next_words.padding_read]"""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    texts = tokenizer(prompts, padding=True, padding_side="left", return_tensors="pt")
    best = model(texts["input_ids"].to(model.device)).logits.argmax(-1)
    return tokenizer.convert_ids_to_tokens(best[:, -1].tolist())
