"""Looks at the lower limit only. [perplexity.too_long_crashed]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2:
        raise ValueError("too short")
    logits = model(ids.unsqueeze(0)).logits[0]
    loss = nn.functional.cross_entropy
    return loss(logits[:-1], ids[1:]).exp().item()
