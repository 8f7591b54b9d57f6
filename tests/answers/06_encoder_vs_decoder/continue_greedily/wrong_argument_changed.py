"""Appends to the list that came in. [continue_greedily.argument_changed]"""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("too many tokens")
    for _ in range(max_new_tokens):
        logits = model(torch.tensor([ids], device=model.device)).logits
        ids.append(int(logits[0, -1].argmax()))
        if ids[-1] == model.config.eos_token_id:
            break
    return ids
