"""From the task text alone: counts tokens without [CLS] and [SEP] for the length check. [top_words.length_miscounted]"""


@torch.no_grad()
def top_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, text: str, top_k: int = 5
) -> list[list[tuple[str, float]]]:
    if len(tokenizer.tokenize(text)) > tokenizer.model_max_length:
        raise ValueError("too long")

    encoded = tokenizer(text, return_tensors="pt").to(model.device)
    ids = encoded["input_ids"][0]
    places = (ids == tokenizer.mask_token_id).nonzero().squeeze(1).tolist()
    if not places:
        raise ValueError("no mask")

    logits = model(**encoded).logits[0]
    answer = []
    for place in places:
        likely = logits[place].softmax(-1)
        best = likely.topk(min(top_k, len(likely)))
        words = tokenizer.convert_ids_to_tokens(best.indices.tolist())
        answer.append(list(zip(words, best.values.tolist())))
    return answer
