"""Compares ids with `is`, which holds up to 256. [continue_greedily.compared_by_is]"""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("too many tokens")
    ids = list(ids)
    for _ in range(max_new_tokens):
        logits = model(torch.tensor([ids], device=model.device)).logits
        ids.append(int(logits[0, -1].argmax()))
        if ids[-1] is model.config.eos_token_id:
            break
    return ids
