"""Reads as far as the first separator, which may stand in the text. [top_words.cut_at_separator]"""


@torch.no_grad()
def top_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, text: str, top_k: int = 5
) -> list[list[tuple[str, float]]]:
    inputs = tokenizer(text, return_tensors="pt").to(model.device)
    ids = inputs["input_ids"][0]
    if len(ids) > tokenizer.model_max_length:
        raise ValueError("too long")
    end = ids.tolist().index(tokenizer.sep_token_id)
    places = (ids[:end] == tokenizer.mask_token_id).nonzero().flatten().tolist()
    if tokenizer.mask_token_id not in ids:
        raise ValueError("no mask")
    logits = model(**inputs).logits[0]
    found = []
    for place in places:
        likely = logits[place].softmax(-1).topk(min(top_k, logits.shape[-1]))
        words = tokenizer.convert_ids_to_tokens(likely.indices.tolist())
        found.append(list(zip(words, likely.values.tolist(), strict=True)))
    return found
