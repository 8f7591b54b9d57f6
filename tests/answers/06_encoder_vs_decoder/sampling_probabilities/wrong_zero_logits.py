"""From the task text alone: sets the other logits to 0 instead of minus infinity. [sampling_probabilities.zero_not_infinity]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")

    scaled = logits / temperature
    if top_k is not None:
        best = scaled.topk(min(top_k, len(scaled)))
        scaled = torch.zeros_like(scaled).scatter(0, best.indices, best.values)
    return scaled.softmax(-1)
