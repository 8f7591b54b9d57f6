"""Leaves the batch axis on, as a list in a list. [continue_greedily.batch_left]"""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    if len(ids) + max_new_tokens > model.config.n_positions:
        raise ValueError("too long")
    written = torch.tensor([ids], device=model.device)
    for _ in range(max_new_tokens):
        best = model(written).logits[:, -1:].argmax(-1)
        written = torch.cat([written, best], dim=1)
        if best.item() == model.config.eos_token_id:
            break
    return written.tolist()
