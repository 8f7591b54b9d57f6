"""Makes the tensor itself, without a mask."""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:
    ids = torch.tensor([tokenizer.encode(sentence)], device=model.device)
    written = model.generate(ids, max_new_tokens=64)
    return tokenizer.decode(written.squeeze(0), skip_special_tokens=True)
