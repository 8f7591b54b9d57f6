"""From the task text alone: takes max_new_tokens for the length of the whole text. [continue_greedily.old_counted]"""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("too long")

    result = list(ids)
    while len(result) < max_new_tokens:
        logits = model(torch.tensor([result], device=model.device)).logits
        result.append(int(logits[0, -1].argmax()))
        if result[-1] == model.config.eos_token_id:
            break
    return result
