"""Takes the token of the largest logit of any position. [next_words.any_position]"""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    texts = tokenizer(prompts, padding=True, padding_side="right", return_tensors="pt")
    logits = model(**texts.to(model.device)).logits
    best = logits.amax(1).argmax(-1)
    return tokenizer.convert_ids_to_tokens(best.tolist())
