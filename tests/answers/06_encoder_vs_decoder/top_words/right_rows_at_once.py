"""Selects all masked rows at once and takes one topk over the last axis."""


@torch.no_grad()
def top_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, text: str, top_k: int = 5
) -> list[list[tuple[str, float]]]:
    encoded = tokenizer([text], return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    if ids.shape[1] > tokenizer.model_max_length:
        raise ValueError(f"{ids.shape[1]} tokens")
    masked = ids == tokenizer.mask_token_id
    if not masked.any():
        raise ValueError("there is no mask")
    probabilities = torch.softmax(model(**encoded).logits[masked], dim=-1)
    values, indices = probabilities.topk(min(top_k, probabilities.shape[-1]), dim=-1)
    return [
        [
            (tokenizer.convert_ids_to_tokens(index), value)
            for index, value in zip(row_indices, row_values, strict=True)
        ]
        for row_indices, row_values in zip(indices.tolist(), values.tolist(), strict=True)
    ]
