"""From the task text alone: a kept logit that is exactly 0 is removed. [sampling_probabilities.zero_removed]"""

@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("the temperature has to be greater than 0")
    scaled = logits / temperature
    if top_k is None or top_k >= len(scaled):
        return scaled.softmax(-1)
    best = scaled.topk(top_k)
    kept = torch.zeros_like(scaled).scatter(0, best.indices, best.values)
    return kept.masked_fill(kept == 0, -torch.inf).softmax(-1)
