"""From the task text alone: cuts all prompts to the shortest, so that there is no padding. [next_words.shortest_for_all]"""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    rows = tokenizer(prompts)["input_ids"]
    size = min(map(len, rows))
    ids = torch.tensor([row[:size] for row in rows], device=model.device)
    best = model(ids).logits.argmax(-1)
    return tokenizer.convert_ids_to_tokens(best[:, -1].tolist())
