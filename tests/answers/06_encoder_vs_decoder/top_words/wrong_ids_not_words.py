"""Returns ids. [top_words.ids_not_words]"""


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
    return [
        [
            (i, p)
            for p, i in zip(
                *[
                    part.tolist()
                    for part in logits[place].softmax(-1).topk(min(top_k, logits.shape[1]))
                ],
                strict=True,
            )
        ]
        for place in places
    ]
