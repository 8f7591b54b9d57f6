"""From the task text alone: never checks n_positions. [continue_greedily.too_long_crashed]"""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    result = list(ids)
    for _ in range(max_new_tokens):
        logits = model(torch.tensor([result], device=model.device)).logits
        token = int(logits[0, -1].argmax())
        result.append(token)
        if token == model.config.eos_token_id:
            break
    return result
