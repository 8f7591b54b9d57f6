"""From the task text alone: turns a temperature of 0 or less into a tiny one instead of raising. [sampling_probabilities.zero_passed]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    temperature = max(temperature, 1e-6)
    scaled = logits / temperature
    if top_k is not None:
        best = scaled.topk(min(top_k, len(scaled)))
        scaled = torch.full_like(scaled, -torch.inf).scatter(0, best.indices, best.values)
    return scaled.softmax(-1)
