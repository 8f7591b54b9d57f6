"""Puts the prompts in one at a time, where there is no padding."""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    words = []
    for prompt in prompts:
        ids = torch.tensor([tokenizer.encode(prompt)], device=model.device)
        words.append(tokenizer.convert_ids_to_tokens(int(model(ids).logits[0, -1].argmax())))
    return words
