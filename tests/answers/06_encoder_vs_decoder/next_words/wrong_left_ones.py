"""From the task text alone: pads on the left, and says that all tokens are real. [next_words.padding_read]"""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    texts = tokenizer(prompts, padding=True, padding_side="left", return_tensors="pt")
    ids = texts["input_ids"].to(model.device)
    best = model(input_ids=ids, attention_mask=torch.ones_like(ids)).logits.argmax(-1)
    return tokenizer.convert_ids_to_tokens(best[:, -1].tolist())
