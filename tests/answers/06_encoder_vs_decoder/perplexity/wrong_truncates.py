"""From the task text alone: cuts a text that is too long instead of raising. [perplexity.too_long_passed]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2:
        raise ValueError(len(ids))
    ids = ids[: model.config.n_positions]
    logits = model(ids.unsqueeze(0)).logits[0]
    return nn.functional.cross_entropy(logits[:-1], ids[1:]).exp().item()
