"""From the task text alone: reads every prompt where the first ends. [next_words.first_length]"""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    texts = tokenizer(prompts, padding=True, padding_side="right", return_tensors="pt")
    best = model(**texts.to(model.device)).logits.argmax(-1)  # [batch, token]
    last = int(texts["attention_mask"][0].sum()) - 1
    return tokenizer.convert_ids_to_tokens(best[:, last].tolist())
