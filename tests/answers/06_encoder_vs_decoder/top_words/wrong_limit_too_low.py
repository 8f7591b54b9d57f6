"""Counts letters. [top_words.limit_too_low: raised]"""


@torch.no_grad()
def top_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, text: str, top_k: int = 5
) -> list[list[tuple[str, float]]]:
    encoded = tokenizer(text, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    if len(text) > tokenizer.model_max_length:
        raise ValueError("the text is too long")
    places = (ids[0] == tokenizer.mask_token_id).nonzero().squeeze(1).tolist()
    if not places:
        raise ValueError("there is no mask")
    logits = model(**encoded).logits[0]

    def likeliest(row: Tensor) -> list[tuple[str, float]]:
        values, indices = row.topk(min(top_k, row.numel()))
        return [
            (tokenizer.convert_ids_to_tokens(i), p)
            for i, p in zip(indices.tolist(), values.tolist(), strict=True)
        ]

    return [likeliest(logits[place].softmax(-1)) for place in places]
