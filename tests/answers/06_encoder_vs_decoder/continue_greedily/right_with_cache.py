"""Keeps keys and values."""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("too many tokens")
    found, past = list(ids), None
    step = torch.tensor([found], device=model.device)
    for _ in range(max_new_tokens):
        outputs = model(step, past_key_values=past, use_cache=True)
        past = outputs.past_key_values
        found.append(outputs.logits[0, -1].argmax().item())
        if found[-1] == model.config.eos_token_id:
            return found
        step = torch.tensor([found[-1:]], device=model.device)
    return found
