"""Forgets the batch axis. [perplexity.no_batch_axis]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2 or len(ids) > model.config.n_positions:
        raise ValueError("too few or too many tokens")
    logits = model(ids).logits
    return nn.functional.cross_entropy(logits[:-1], ids[1:]).exp().item()
