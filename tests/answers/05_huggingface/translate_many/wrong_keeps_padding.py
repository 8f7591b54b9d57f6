"""From the task text alone: forgets skip_special_tokens, so shorter translations end in many <pad>. [translate_many.special_tokens_left]"""


def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    kept = [sentence for sentence in sentences if sentence.strip()]
    if not kept:
        return [""] * len(sentences)
    encoded = tokenizer(kept, padding=True, return_tensors="pt").to(model.device)
    if encoded["input_ids"].shape[1] > tokenizer.model_max_length:
        raise ValueError("too long")
    ids = model.generate(**encoded, max_new_tokens=64)
    texts = iter(
        tokenizer.batch_decode(
            ids,
        )
    )
    return [next(texts) if sentence.strip() else "" for sentence in sentences]
