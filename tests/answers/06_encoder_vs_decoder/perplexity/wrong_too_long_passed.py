"""Cuts what is too long. [perplexity.too_long_passed]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2:
        raise ValueError("too short")
    ids = ids[: model.config.n_positions]
    logits = model(ids.unsqueeze(0)).logits[0]
    loss = nn.functional.cross_entropy
    return loss(logits[:-1], ids[1:]).exp().item()
