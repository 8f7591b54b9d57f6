"""From the task text alone: the softmax leaves the special tokens out. [top_words.special_left_out]"""

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
    logits = model(**encoded).logits[0][masked]
    logits[:, tokenizer.all_special_ids] = -torch.inf
    best = logits.softmax(-1).topk(min(top_k, logits.shape[-1]))
    return [
        list(zip(tokenizer.convert_ids_to_tokens(row), values, strict=True))
        for row, values in zip(best.indices.tolist(), best.values.tolist(), strict=True)
    ]
