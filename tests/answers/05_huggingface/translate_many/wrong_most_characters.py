"""From the task text alone: checks only the sentence with most characters, which need not have most tokens. [translate_many.longest_in_letters]"""

def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    if not sentences:
        return []
    longest = max(sentences, key=len)
    if len(tokenizer(longest)["input_ids"]) > tokenizer.model_max_length:
        raise ValueError("too long")
    result = []
    for s in sentences:
        if not s.strip():
            result.append("")
        else:
            encoded = tokenizer(s, return_tensors="pt", truncation=True).to(model.device)
            ids = model.generate(**encoded, max_new_tokens=64)
            result.append(tokenizer.decode(ids[0], skip_special_tokens=True))
    return result
