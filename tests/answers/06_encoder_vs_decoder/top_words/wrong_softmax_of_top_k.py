"""From the task text alone: the softmax is taken over the k chosen logits only, not over the whole vocabulary. [top_words.among_the_best]"""


@torch.no_grad()
def top_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, text: str, top_k: int = 5
) -> list[list[tuple[str, float]]]:
    inputs = tokenizer(text, return_tensors="pt").to(model.device)
    ids = inputs["input_ids"][0]
    if len(ids) > tokenizer.model_max_length:
        raise ValueError("too long")
    places = (ids == tokenizer.mask_token_id).nonzero().squeeze(1)
    if len(places) == 0:
        raise ValueError("no [MASK]")
    logits = model(**inputs).logits[0, places]
    best = logits.topk(min(top_k, logits.shape[-1]), dim=-1)
    probabilities = best.values.softmax(dim=-1)
    result = []
    for values, indices in zip(probabilities.tolist(), best.indices.tolist()):
        result.append(list(zip(tokenizer.convert_ids_to_tokens(indices), values)))
    return result
