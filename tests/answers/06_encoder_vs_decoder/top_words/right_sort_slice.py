"""Sorts the whole vocabulary and slices, which handles a large top_k by itself."""


@torch.no_grad()
def top_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, text: str, top_k: int = 5
) -> list[list[tuple[str, float]]]:
    ids = tokenizer.encode(text)
    if tokenizer.mask_token_id not in ids or len(ids) > tokenizer.model_max_length:
        raise ValueError(text)
    batch = torch.tensor([ids], device=model.device)
    logits = model(input_ids=batch, attention_mask=torch.ones_like(batch)).logits.squeeze(0)
    answer = []
    for place, token in enumerate(ids):
        if token != tokenizer.mask_token_id:
            continue
        values, order = logits[place].softmax(dim=0).sort(descending=True, stable=True)
        words = tokenizer.convert_ids_to_tokens(order[:top_k].tolist())
        answer.append([(word, float(value)) for word, value in zip(words, values[:top_k])])
    return answer
