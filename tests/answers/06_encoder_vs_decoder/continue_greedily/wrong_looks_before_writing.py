"""From the task text alone: loop condition looks at the last token before anything is written: a text that ends in the end token is not continued. [continue_greedily.stopped_at_an_old_end]"""

@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("too long")
    result = list(ids)
    while len(result) - len(ids) < max_new_tokens and result[-1] != model.config.eos_token_id:
        logits = model(torch.tensor([result], device=model.device)).logits
        result.append(int(logits[0, -1].argmax()))
    return result
