"""Shifts labels that the model shifts too. [perplexity.two_shifts]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2 or len(ids) > model.config.n_positions:
        raise ValueError("too few or too many tokens")
    inputs, labels = ids[None, :-1], ids[None, 1:]
    if labels.shape[1] < 2:
        labels = inputs
    return model(inputs, labels=labels).loss.exp().item()
