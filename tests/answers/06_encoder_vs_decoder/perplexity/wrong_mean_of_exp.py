"""From the task text alone: averages the inverse probabilities instead of the logs. [perplexity.inverse_mean]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2 or len(ids) > model.config.n_positions:
        raise ValueError(len(ids))
    logits = model(ids.unsqueeze(0)).logits[0]
    losses = nn.functional.cross_entropy(logits[:-1], ids[1:], reduction="none")
    return losses.exp().mean().item()
