"""Gathers the log probabilities of the tokens that came and averages them."""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2 or len(ids) > model.config.n_positions:
        raise ValueError(len(ids))

    log = model(ids[None]).logits[0, :-1].log_softmax(-1)
    real = log.gather(1, ids[1:].long().unsqueeze(1))
    return float(torch.exp(-real.mean()))
