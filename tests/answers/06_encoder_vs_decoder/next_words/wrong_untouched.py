"""The program as it is given, bug and all. [next_words.untouched]"""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    texts = tokenizer(prompts, padding=True, padding_side="right", return_tensors="pt")
    best = model(**texts.to(model.device)).logits.argmax(-1)  # [batch, token]
    return tokenizer.convert_ids_to_tokens(best[:, -1].tolist())
