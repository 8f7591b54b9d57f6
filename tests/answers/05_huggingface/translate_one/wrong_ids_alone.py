"""Hands the ids over without a batch axis. [translate_one.no_batch_axis: handed, raised]"""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    ids = torch.tensor(tokenizer(sentence)["input_ids"], device=model.device)
    written = model.generate(ids, max_new_tokens=64)
    return tokenizer.decode(written[0], skip_special_tokens=True)
