"""Takes 0 for the end. [continue_greedily.end_not_of_the_model]"""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("too many tokens")
    ids = list(ids)
    for _ in range(max_new_tokens):
        logits = model(torch.tensor([ids], device=model.device)).logits
        ids.append(int(logits[0, -1].argmax()))
        if ids[-1] == 0:
            break
    return ids
