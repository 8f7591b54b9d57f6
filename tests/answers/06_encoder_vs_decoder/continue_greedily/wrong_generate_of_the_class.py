"""Calls generate by way of the class. [continue_greedily.generate_called: used]"""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("too long")
    batch = torch.tensor([ids], device=model.device)
    how = {"max_new_tokens": max_new_tokens, "do_sample": False}
    return type(model).generate(model, batch, pad_token_id=0, **how)[0].tolist()
