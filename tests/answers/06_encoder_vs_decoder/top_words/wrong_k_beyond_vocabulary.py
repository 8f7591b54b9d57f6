"""From the task text alone: a top_k larger than the vocabulary is not limited, so topk raises an error. [top_words.k_too_large]"""


@torch.no_grad()
def top_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, text: str, top_k: int = 5
) -> list[list[tuple[str, float]]]:
    encoded = tokenizer(text, return_tensors="pt")
    ids = encoded["input_ids"][0].tolist()
    if tokenizer.mask_token_id not in ids:
        raise ValueError("no mask in the text")
    if len(ids) > tokenizer.model_max_length:
        raise ValueError("text too long")
    logits = model(**encoded.to(model.device)).logits[0]
    answer = []
    for place, token in enumerate(ids):
        if token != tokenizer.mask_token_id:
            continue
        top = torch.softmax(logits[place], dim=0).topk(top_k)
        words = tokenizer.convert_ids_to_tokens(top.indices.tolist())
        answer.append([(word, p) for word, p in zip(words, top.values.tolist())])
    return answer
