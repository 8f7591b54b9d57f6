"""From the task text alone: a total of exactly n_positions is refused although only more is too many. [continue_greedily.limit_too_low]"""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens >= model.config.n_positions:
        raise ValueError("The model has no positions for that many tokens.")
    new = ids.copy()
    for step in range(max_new_tokens):
        batch = torch.tensor(new, device=model.device).unsqueeze(0)
        next_id = torch.argmax(model(batch).logits[0, -1, :]).item()
        new.append(next_id)
        if next_id == model.config.eos_token_id:
            return new
    return new
