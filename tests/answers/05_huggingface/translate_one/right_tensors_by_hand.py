"""Builds input_ids and the mask itself from tokenizer.encode."""


def translate_one(model: nn.Module, tokenizer: PreTrainedTokenizerBase, sentence: str) -> str:

    numbers = torch.tensor([tokenizer.encode(sentence)], device=model.device)
    encoded = {"input_ids": numbers, "attention_mask": torch.ones_like(numbers)}
    ids = model.generate(**encoded, max_new_tokens=64)
    return tokenizer.decode(ids.squeeze(0), skip_special_tokens=True)
