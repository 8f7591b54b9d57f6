"""From the task text alone: truncates while encoding, so the check of the length never raises. [translate_many.too_long_passed]"""

def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    todo = [s for s in sentences if s.strip()]
    if len(todo) == 0:
        return [""] * len(sentences)

    batch = tokenizer(todo, padding=True, truncation=True, return_tensors="pt").to(model.device)
    if batch.input_ids.shape[1] > tokenizer.model_max_length:
        raise ValueError("sentence longer than the model can read")

    ids = model.generate(**batch, max_new_tokens=64)
    texts = tokenizer.batch_decode(ids, skip_special_tokens=True)

    answer = []
    i = 0
    for s in sentences:
        if s.strip():
            answer.append(texts[i])
            i += 1
        else:
            answer.append("")
    return answer
