"""From the task text alone: puts prompts of one length into one batch, and returns them in the order of length. [next_words.sorted]"""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    words = []
    for prompt in sorted(prompts, key=lambda text: len(tokenizer.encode(text))):
        ids = torch.tensor([tokenizer.encode(prompt)], device=model.device)
        words.append(tokenizer.convert_ids_to_tokens(int(model(ids).logits[0, -1].argmax())))
    return words
