"""Takes the positions of all prompts from each. [next_words.not_paired]"""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    texts = tokenizer(prompts, padding=True, padding_side="right", return_tensors="pt")
    best = model(**texts.to(model.device)).logits.argmax(-1)  # [batch, token]
    last = texts["attention_mask"].sum(1) - 1
    return [tokenizer.convert_ids_to_tokens(row.tolist()) for row in best[:, last]]
