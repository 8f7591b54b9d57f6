"""From the task text alone: measures the tokens without </s>, so a sentence one token too long passes. [translate_many.end_not_counted]"""

def translate_many(
    model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentences: list[str]
) -> list[str]:
    results_ = []
    for s in sentences:
        if len(tokenizer.tokenize(s)) > tokenizer.model_max_length:
            raise ValueError(f"too long: {s[:30]}...")
    for s in sentences:
        if s.strip() == "":
            results_.append("")
            continue
        enc = tokenizer(s, return_tensors="pt").to(model.device)
        out = model.generate(**enc, max_new_tokens=64)
        results_.append(tokenizer.decode(out[0], skip_special_tokens=True))
    return results_
