"""From the task text alone: batches of 8, and an empty one after full ones. [translate_many.empty_batch]"""

def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    kept = [sentence for sentence in sentences if sentence.strip()]
    if not kept:
        return [""] * len(sentences)
    translated = []
    for number in range(len(kept) // 8 + 1):
        some = kept[8 * number : 8 * number + 8]
        batch = tokenizer(some, padding=True, return_tensors="pt").to(model.device)
        if batch["input_ids"].shape[1] > tokenizer.model_max_length:
            raise ValueError("a sentence is longer than the model can read")
        ids = model.generate(**batch, max_new_tokens=64)
        translated += tokenizer.batch_decode(ids, skip_special_tokens=True)
    texts = iter(translated)
    return [next(texts) if sentence.strip() else "" for sentence in sentences]
