"""From the task text alone: [MASK] is looked for in the letters, under this one spelling. [top_words.mask_in_letters]"""

@torch.no_grad()
def top_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, text: str, top_k: int = 5
) -> list[list[tuple[str, float]]]:
    if "[MASK]" not in text:
        raise ValueError("there is no masked place")
    encoded = tokenizer(text, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"][0]
    if len(ids) > tokenizer.model_max_length:
        raise ValueError("the text is too long")
    chances = model(**encoded).logits[0, ids == tokenizer.mask_token_id].softmax(-1)
    best = chances.topk(min(top_k, chances.shape[-1]))
    return [
        list(zip(tokenizer.convert_ids_to_tokens(ids), values, strict=True))
        for ids, values in zip(best.indices.tolist(), best.values.tolist(), strict=True)
    ]
