"""From the task text alone: the shift goes the wrong way, logits are compared with the token before. [perplexity.shifted_back]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2:
        raise ValueError("nothing to guess")
    if len(ids) > model.config.n_positions:
        raise ValueError("too long")
    logits = model(ids[None]).logits[0]
    loss = nn.functional.cross_entropy(logits[1:], ids[:-1])
    return loss.exp().item()
