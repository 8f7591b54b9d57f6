"""From the task text alone: joins the tokens with spaces instead of decoding, so the word marks stay. [translate_one.tokens_joined]"""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:

    encoded = tokenizer(sentence, return_tensors="pt").to(model.device)
    ids = model.generate(**encoded, max_new_tokens=64)
    tokens = tokenizer.convert_ids_to_tokens(ids[0].tolist(), skip_special_tokens=True)
    return " ".join(tokens)
