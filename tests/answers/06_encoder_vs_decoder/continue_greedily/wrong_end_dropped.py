"""Stops before keeping the end. [continue_greedily.end_dropped]"""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("too many tokens")
    ids = list(ids)
    for _ in range(max_new_tokens):
        best = int(model(torch.tensor([ids], device=model.device)).logits[0, -1].argmax())
        if best == model.config.eos_token_id:
            break
        ids.append(best)
    return ids
