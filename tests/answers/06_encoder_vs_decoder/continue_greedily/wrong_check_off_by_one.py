"""From the task text alone: refuses also when text and new tokens fill the positions exactly. [continue_greedily.limit_too_low]"""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens >= model.config.n_positions:
        raise ValueError("too long")

    result = list(ids)
    for _ in range(max_new_tokens):
        logits = model(torch.tensor([result], device=model.device)).logits
        token = int(logits[0, -1].argmax())
        result.append(token)
        if token == model.config.eos_token_id:
            break
    return result
