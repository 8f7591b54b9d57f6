"""Sorts the whole vocabulary."""


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
        order = logits[place].argsort(descending=True)[:top_k]
        chances = nn.functional.softmax(logits[place], dim=0)
        found.append([(tokenizer.convert_ids_to_tokens(int(i)), float(chances[i])) for i in order])
    return found
