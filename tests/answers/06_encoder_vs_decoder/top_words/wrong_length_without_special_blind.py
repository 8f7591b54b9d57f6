"""From the task text alone: the length is checked without counting the special tokens. [top_words.length_miscounted]"""


@torch.no_grad()
def top_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, text: str, top_k: int = 5
) -> list[list[tuple[str, float]]]:
    if len(tokenizer.tokenize(text)) > tokenizer.model_max_length:
        raise ValueError("The text has too many tokens.")
    inputs = tokenizer(text, return_tensors="pt").to(model.device)
    is_mask = inputs.input_ids[0] == tokenizer.mask_token_id
    if not is_mask.any():
        raise ValueError("There is no [MASK] in the text.")
    probs = torch.softmax(model(**inputs).logits[0][is_mask], dim=-1)
    values, indices = probs.topk(min(top_k, probs.shape[-1]))
    return [
        list(zip(tokenizer.convert_ids_to_tokens(i), v))
        for v, i in zip(values.tolist(), indices.tolist())
    ]
