"""Calls generate. [continue_greedily.generate_called: used]"""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("too many tokens")
    return model.generate(
        torch.tensor([ids]), max_new_tokens=max_new_tokens, do_sample=False, pad_token_id=0
    )[0].tolist()
