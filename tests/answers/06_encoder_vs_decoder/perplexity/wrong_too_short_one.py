"""From the task text alone: returns 1.0 for a text that is too short instead of raising. [perplexity.too_short_passed]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2:
        return 1.0
    if len(ids) > model.config.n_positions:
        raise ValueError(len(ids))
    logits = model(ids.unsqueeze(0)).logits[0]
    return nn.functional.cross_entropy(logits[:-1], ids[1:]).exp().item()
