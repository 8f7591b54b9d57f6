"""Puts tensors among the ids. [continue_greedily.tensors_in_the_list]"""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("too long")
    result = list(ids)
    for _ in range(max_new_tokens):
        logits = model(torch.tensor([result], device=model.device)).logits
        result.append(logits[0, -1].argmax())
        if result[-1] == model.config.eos_token_id:
            break
    return result
