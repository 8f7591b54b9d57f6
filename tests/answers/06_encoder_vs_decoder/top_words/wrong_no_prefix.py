"""From the task text alone: takes ## off the words. [top_words.marks_removed]"""

@torch.no_grad()
def top_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, text: str, top_k: int = 5
) -> list[list[tuple[str, float]]]:
    encoded = tokenizer(text, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"][0]
    if len(ids) > tokenizer.model_max_length:
        raise ValueError("too many tokens")
    masked = ids == tokenizer.mask_token_id
    if not masked.any():
        raise ValueError("no mask in the text")
    chances = model(**encoded).logits[0][masked].softmax(-1)
    best = chances.topk(min(top_k, chances.shape[-1]))
    lists = []
    for row, values in zip(best.indices.tolist(), best.values.tolist(), strict=True):
        words = [word.removeprefix("##") for word in tokenizer.convert_ids_to_tokens(row)]
        lists.append(list(zip(words, values, strict=True)))
    return lists
