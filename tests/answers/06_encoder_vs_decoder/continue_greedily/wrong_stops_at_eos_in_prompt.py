"""From the task text alone: stops at once when the text that came in contains the end token. [continue_greedily.stopped_at_an_old_end]"""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("too long")

    result = list(ids)
    for _ in range(max_new_tokens):
        if model.config.eos_token_id in result:
            break
        logits = model(torch.tensor([result], device=model.device)).logits
        result.append(int(logits[0, -1].argmax()))
    return result
