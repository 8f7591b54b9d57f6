"""From the task text alone: divides after the softmax, where the temperature cancels out. [sampling_probabilities.temperature_ignored]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")

    probabilities = logits.softmax(-1) / temperature
    if top_k is not None:
        best = probabilities.topk(min(top_k, len(probabilities)))
        probabilities = torch.zeros_like(probabilities).scatter(0, best.indices, best.values)
    return probabilities / probabilities.sum()
