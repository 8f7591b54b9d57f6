"""From the task text alone: pads on the left and reads the last logits. [next_words.positions_shifted]"""

@torch.no_grad()
def next_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, prompts: list[str]
) -> list[str]:
    texts = tokenizer(prompts, padding=True, padding_side="left", return_tensors="pt")
    logits = model(**texts.to(model.device)).logits[:, -1]
    return tokenizer.convert_ids_to_tokens(logits.argmax(-1).tolist())
