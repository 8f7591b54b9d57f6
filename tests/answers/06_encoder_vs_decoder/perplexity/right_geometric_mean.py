"""Takes the inverse of the geometric mean of the probabilities."""


@torch.no_grad()
@shaped
def perplexity(model: nn.Module, ids: Int[Tensor, "token"]) -> float:
    if len(ids) < 2 or len(ids) > model.config.n_positions:
        raise ValueError(len(ids))

    probabilities = model(ids.unsqueeze(0)).logits[0].double().softmax(-1)
    real = probabilities[torch.arange(len(ids) - 1, device=ids.device), ids[1:]]
    return float((1 / real).log().mean().exp())
