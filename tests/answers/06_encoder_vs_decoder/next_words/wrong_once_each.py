"""From the task text alone: keeps one result for each prompt, so that one that comes twice is answered once. [next_words.twice_lost]"""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    words = {}
    for prompt in prompts:
        ids = torch.tensor([tokenizer.encode(prompt)], device=model.device)
        words[prompt] = tokenizer.convert_ids_to_tokens(int(model(ids).logits[0, -1].argmax()))
    return list(words.values())
