"""Grows a tensor with torch.cat and makes a list at the end."""


@torch.no_grad()
def continue_greedily(model: nn.Module, ids: list[int], max_new_tokens: int) -> list[int]:
    room = model.config.n_positions - len(ids)
    if max_new_tokens > room:
        raise ValueError(f"room for {room} more tokens only")
    written = torch.tensor(ids, dtype=torch.long, device=next(model.parameters()).device).unsqueeze(
        0
    )
    for _ in range(max_new_tokens):
        best = model(written).logits[:, -1].topk(1).indices
        written = torch.cat([written, best], dim=1)
        if best.item() == model.config.eos_token_id:
            break
    return written[0].tolist()
