"""From the task text alone: the list that came in is appended to instead of a copy. [continue_greedily.argument_changed]"""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("too many tokens")
    result = ids
    for _ in range(max_new_tokens):
        x = torch.tensor([result], device=model.device)
        token = model(x).logits[0, -1].argmax().item()
        result.append(token)
        if token == model.config.eos_token_id:
            break
    return result
