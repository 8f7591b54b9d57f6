"""Sums the log probabilities one by one in a loop in double precision."""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    from math import exp

    size = ids.shape[0]
    if size < 2:
        raise ValueError("nothing to guess")
    if size > model.config.n_positions:
        raise ValueError("too long")
    log = model(ids.unsqueeze(0)).logits[0].double().log_softmax(dim=-1)
    total = 0.0
    for place in range(size - 1):
        total -= log[place, ids[place + 1]].item()
    return exp(total / (size - 1))
