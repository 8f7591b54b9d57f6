"""Takes the row out of the batch before generate. [translate_one.no_batch_axis: handed, raised]"""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    written = model.generate(input_ids=encoded["input_ids"][0], max_new_tokens=64)
    return tokenizer.decode(written[0], skip_special_tokens=True)
