"""Sorts pairs in Python."""


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
    names = tokenizer.convert_ids_to_tokens(list(range(logits.shape[1])))
    found = []
    for place in places:
        chances = logits[place].softmax(-1).tolist()
        pairs = sorted(zip(names, chances, strict=True), key=lambda pair: -pair[1])
        found.append(pairs[:top_k])
    return found
