"""From the task text alone: several masks are filled one after another with new logits, not each on its own from logits computed once. [restore.one_after_another]"""


@torch.no_grad()
def restore(model: nn.Module, tokenizer: PreTrainedTokenizerBase, texts: list[str]) -> list[str]:
    result = []
    for text in texts:
        inputs = tokenizer(text, return_tensors="pt").to(model.device)
        ids = inputs["input_ids"]
        places = (ids[0] == tokenizer.mask_token_id).nonzero().flatten().tolist()
        for place in places:
            logits = model(input_ids=ids, attention_mask=inputs["attention_mask"]).logits
            ids[0, place] = logits[0, place].argmax()
        result.append(tokenizer.decode(ids[0], skip_special_tokens=True))
    return result
