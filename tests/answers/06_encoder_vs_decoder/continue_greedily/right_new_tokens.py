"""Collects new tokens apart."""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("too many tokens")
    new: list[int] = []
    while len(new) < max_new_tokens and (not new or new[-1] != model.config.eos_token_id):
        scores = model(input_ids=torch.tensor(ids + new, device=model.device).unsqueeze(0)).logits[
            0, -1
        ]
        new.append(scores.topk(1).indices.item())
    return ids + new
