"""From the task text alone: only <pad> and </s> are left out, <unk> stays. [translate_one.unknown_kept]"""

def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    text = tokenizer.decode(ids[0])
    for special in (tokenizer.pad_token, tokenizer.eos_token):
        text = text.replace(special, "")
    return text.strip()
