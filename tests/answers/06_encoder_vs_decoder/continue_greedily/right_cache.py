"""Keeps the past keys and values and feeds only the new token."""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("too long")

    result = [*ids]
    step = torch.tensor([result], device=model.device)
    past = None
    while len(result) < len(ids) + max_new_tokens:
        output = model(input_ids=step, past_key_values=past, use_cache=True)
        past = output.past_key_values
        step = output.logits[:, -1].argmax(-1, keepdim=True)
        result.append(step.item())
        if result[-1] == model.config.eos_token_id:
            break
    return result
