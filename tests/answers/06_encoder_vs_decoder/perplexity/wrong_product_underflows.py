"""Multiplies the probabilities: that of a long text is 0. [perplexity.product_underflows]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2 or len(ids) > model.config.n_positions:
        raise ValueError("too few or too many tokens")
    chances = model(ids.unsqueeze(0)).logits[0, :-1].softmax(-1)
    product = chances.gather(1, ids[1:, None]).prod()
    return (product ** (-1 / (len(ids) - 1))).item()
