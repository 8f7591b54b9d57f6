"""From the task text alone: sorts the sentences by length for the batch and never restores the order. [translate_many.sorted_by_length]"""

def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    # similar lengths together: less padding
    todo = sorted((s for s in sentences if s.strip()), key=len)
    if not todo:
        return ["" for _ in sentences]
    encoded = tokenizer(todo, padding=True, return_tensors="pt").to(model.device)
    n_tokens = encoded["attention_mask"].sum(dim=1)
    if (n_tokens > tokenizer.model_max_length).any():
        raise ValueError("too many tokens")
    ids = model.generate(**encoded, max_new_tokens=64)
    done = tokenizer.batch_decode(ids, skip_special_tokens=True)
    out = []
    for s in sentences:
        out.append(done.pop(0) if s.strip() else "")
    return out
