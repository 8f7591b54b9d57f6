"""Averages probabilities. [perplexity.mean_of_chances]"""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2 or len(ids) > model.config.n_positions:
        raise ValueError("too few or too many tokens")
    logits = model(ids.unsqueeze(0)).logits[0]
    loss = nn.functional.cross_entropy
    chances = logits[:-1].softmax(-1).gather(1, ids[1:, None])
    return (1 / chances.mean()).item()
