"""From the task text alone: divides by n instead of n minus 1. [perplexity.divided_by_all]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2 or len(ids) > model.config.n_positions:
        raise ValueError(len(ids))
    logits = model(ids.unsqueeze(0)).logits[0]
    total = nn.functional.cross_entropy(logits[:-1], ids[1:], reduction="sum")
    return (total / len(ids)).exp().item()
