"""Multiplies probabilities and takes the root."""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2 or len(ids) > model.config.n_positions:
        raise ValueError("too few or too many tokens")
    import math

    chances = model(ids.unsqueeze(0)).logits[0, :-1].double().softmax(-1)
    logs = [math.log(chances[t, token]) for t, token in enumerate(ids[1:].tolist())]
    return math.exp(-sum(logs) / len(logs))
