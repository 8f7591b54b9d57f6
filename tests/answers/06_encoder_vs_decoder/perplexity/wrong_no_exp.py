"""From the task text alone: returns the cross entropy without the exponential. [perplexity.exponential_missing]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2 or len(ids) > model.config.n_positions:
        raise ValueError(len(ids))
    logits = model(ids.unsqueeze(0)).logits[0]
    return nn.functional.cross_entropy(logits[:-1], ids[1:]).item()
