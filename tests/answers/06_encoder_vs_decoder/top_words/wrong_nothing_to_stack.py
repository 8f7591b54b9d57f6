"""From the task text alone: stacks the rows of no masks. [top_words.no_mask_crashed: refused]"""


@torch.no_grad()
def top_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, text: str, top_k: int = 5
) -> list[list[tuple[str, float]]]:
    inputs = tokenizer(text, return_tensors="pt").to(model.device)
    ids = inputs["input_ids"][0]
    if len(ids) > tokenizer.model_max_length:
        raise ValueError("too long")
    masked = ids == tokenizer.mask_token_id
    rows = [row for row, here in zip(model(**inputs).logits[0], masked.tolist(), strict=True) if here]
    likely = torch.stack(rows).softmax(-1).topk(min(top_k, len(rows[0])))
    return [
        list(zip(tokenizer.convert_ids_to_tokens(words), chances, strict=True))
        for words, chances in zip(likely.indices.tolist(), likely.values.tolist(), strict=True)
    ]
