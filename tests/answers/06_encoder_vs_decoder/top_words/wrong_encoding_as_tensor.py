"""Hands the dictionary itself to the model. [top_words.encoding_as_tensor]"""


@torch.no_grad()
def top_words(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, text: str, top_k: int = 5
) -> list[list[tuple[str, float]]]:
    inputs = tokenizer(text, return_tensors="pt").to(model.device)
    ids = inputs["input_ids"][0]
    places = (ids == tokenizer.mask_token_id).nonzero().flatten().tolist()
    if not places or len(ids) > tokenizer.model_max_length:
        raise ValueError("no mask, or too long")
    probabilities = model(inputs).logits[0].softmax(-1)
    found = []
    for place in places:
        likely = probabilities[place].topk(min(top_k, probabilities.shape[-1]))
        words = tokenizer.convert_ids_to_tokens(likely.indices.tolist())
        found.append(list(zip(words, likely.values.tolist(), strict=True)))
    return found
