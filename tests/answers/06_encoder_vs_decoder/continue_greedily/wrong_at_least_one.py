"""From the task text alone: writes one token even where none is wanted. [continue_greedily.one_for_none]"""

@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("the model has no positions beyond")
    written = list(ids)
    while True:
        logits = model(torch.tensor([written], device=model.device)).logits
        written.append(int(logits[0, -1].argmax()))
        if written[-1] == model.config.eos_token_id:
            return written
        if len(written) >= len(ids) + max_new_tokens:
            return written
