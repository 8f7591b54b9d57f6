"""Fills place after place, and reads the text anew after each. [restore.one_after_another]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    found = []
    for text in texts:
        while tokenizer.mask_token in text:
            encoded = tokenizer(text, return_tensors="pt").to(model.device)
            place = encoded["input_ids"][0].tolist().index(tokenizer.mask_token_id)
            best = int(model(**encoded).logits[0, place].argmax())
            text = text.replace(tokenizer.mask_token, tokenizer.convert_ids_to_tokens(best), 1)
        found.append(text)
    return found
