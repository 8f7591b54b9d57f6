"""Refuses two tokens as well. [perplexity.two_refused]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) <= 2 or len(ids) > model.config.n_positions:
        raise ValueError("too few or too many tokens")
    logits = model(ids.unsqueeze(0)).logits[0]
    return nn.functional.cross_entropy(logits[:-1], ids[1:]).exp().item()
