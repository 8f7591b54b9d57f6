"""Looks at the upper limit only. [perplexity.too_short_passed]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) > model.config.n_positions:
        raise ValueError("too long")
    logits = model(ids.unsqueeze(0)).logits[0]
    loss = nn.functional.cross_entropy
    return loss(logits[:-1], ids[1:]).exp().item()
