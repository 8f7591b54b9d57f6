"""From the task text alone: an end token at the end of the prompt already stops the writing. [continue_greedily.stopped_at_an_old_end]"""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    total = len(ids) + max_new_tokens
    if total > model.config.n_positions:
        raise ValueError(f"{total} tokens are too many for the model.")
    out = list(ids)
    while len(out) < total and out[-1] != model.config.eos_token_id:
        logits = model(torch.tensor([out], device=model.device)).logits
        out.append(int(logits[0, -1].argmax()))
    return out
