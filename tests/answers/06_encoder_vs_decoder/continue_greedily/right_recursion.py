"""Writes one token and calls itself on the longer list."""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("too long")

    if max_new_tokens == 0:
        return list(ids)
    logits = model(torch.tensor([ids], device=model.device)).logits[0, -1]
    longer = ids + [int(logits.softmax(-1).argmax())]
    if longer[-1] == model.config.eos_token_id:
        return longer
    return continue_greedily(model, longer, max_new_tokens - 1)
