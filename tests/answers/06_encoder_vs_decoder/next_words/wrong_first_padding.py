"""From the task text alone: looks for the first padding by its id. [next_words.first_end]"""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    texts = tokenizer(prompts, padding=True, padding_side="right", return_tensors="pt")
    best = model(**texts.to(model.device)).logits.argmax(-1)  # [batch, token]
    padding = (texts["input_ids"] == tokenizer.pad_token_id).int()
    last = (padding.argmax(1, keepdim=True) - 1) % padding.shape[1]
    return tokenizer.convert_ids_to_tokens(best.gather(1, last).flatten().tolist())
