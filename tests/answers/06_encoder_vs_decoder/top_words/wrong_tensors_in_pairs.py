"""From the task text alone: leaves the probabilities as tensors instead of floats. [top_words.tensors_in_pairs]"""


@torch.no_grad()
def top_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, text: str, top_k: int = 5
) -> list[list[tuple[str, float]]]:
    encoded = tokenizer(text, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"][0]
    if len(ids) > tokenizer.model_max_length:
        raise ValueError("too long")
    places = (ids == tokenizer.mask_token_id).nonzero().squeeze(1).tolist()
    if not places:
        raise ValueError("no mask")

    logits = model(**encoded).logits[0]
    answer = []
    for place in places:
        likely = logits[place].softmax(-1)
        best = likely.topk(min(top_k, len(likely)))
        words = tokenizer.convert_ids_to_tokens(best.indices.tolist())
        answer.append(list(zip(words, best.values)))
    return answer
