"""From the task text alone: raises only when the positions run out while writing and not before. [continue_greedily.too_long_passed]"""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    result = list(ids)
    for _ in range(max_new_tokens):
        if len(result) >= model.config.n_positions:
            raise ValueError("too long")
        logits = model(torch.tensor([result], device=model.device)).logits
        token = int(logits[0, -1].argmax())
        result.append(token)
        if token == model.config.eos_token_id:
            break
    return result
