"""Translates a batch of one."""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer([sentence], padding=True, return_tensors="pt").to(model.device)
    ids = model.generate(
        input_ids=encoded["input_ids"], attention_mask=encoded["attention_mask"], max_new_tokens=64
    )
    [text] = tokenizer.batch_decode(ids, skip_special_tokens=True)
    return text
