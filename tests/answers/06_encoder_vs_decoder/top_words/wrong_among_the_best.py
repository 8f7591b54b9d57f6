"""Takes the softmax of the best alone. [top_words.among_the_best]"""


@torch.no_grad()
def top_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, text: str, top_k: int = 5
) -> list[list[tuple[str, float]]]:
    encoded = tokenizer(text, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"]
    if ids.shape[1] > tokenizer.model_max_length:
        raise ValueError("the text is too long")
    places = (ids[0] == tokenizer.mask_token_id).nonzero().squeeze(1).tolist()
    if not places:
        raise ValueError("there is no mask")
    logits = model(**encoded).logits[0]
    found = []
    for place in places:
        values, indices = logits[place].topk(min(top_k, logits.shape[1]))
        words = tokenizer.convert_ids_to_tokens(indices.tolist())
        found.append(list(zip(words, values.softmax(-1).tolist(), strict=True)))
    return found
