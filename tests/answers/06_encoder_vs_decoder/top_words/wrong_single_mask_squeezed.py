"""Squeezes the places: a single one is no list then. [top_words.single_mask: raised]"""


@torch.no_grad()
def top_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, text: str, top_k: int = 5
) -> list[list[tuple[str, float]]]:
    inputs = tokenizer(text, return_tensors="pt").to(model.device)
    ids = inputs["input_ids"][0]
    if len(ids) > tokenizer.model_max_length:
        raise ValueError("too long")
    places = (ids == tokenizer.mask_token_id).nonzero().squeeze().tolist()
    if places == []:
        raise ValueError("no mask")
    logits = model(**inputs).logits[0]
    found = []
    for place in places:
        likely = logits[place].softmax(-1).topk(min(top_k, logits.shape[-1]))
        words = tokenizer.convert_ids_to_tokens(likely.indices.tolist())
        found.append(list(zip(words, likely.values.tolist(), strict=True)))
    return found
