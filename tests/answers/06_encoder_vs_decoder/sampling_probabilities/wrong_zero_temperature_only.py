"""From the task text alone: checks only for exactly 0 and lets negative temperatures through. [sampling_probabilities.zero_passed]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature == 0:
        raise ValueError("the temperature must be above 0")

    scaled = logits / temperature
    if top_k is not None:
        best = scaled.topk(min(top_k, len(scaled)))
        scaled = torch.full_like(scaled, -torch.inf).scatter(0, best.indices, best.values)
    return scaled.softmax(-1)
