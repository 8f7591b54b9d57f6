"""From the task text alone: reads the text that came in at every step. [continue_greedily.same_text_again]"""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("too long")
    text = torch.tensor([ids], device=model.device)
    new = []
    while len(new) < max_new_tokens:
        new.append(model(text).logits[0, -1].argmax().item())
        if new[-1] == model.config.eos_token_id:
            break
    return [*ids, *new]
