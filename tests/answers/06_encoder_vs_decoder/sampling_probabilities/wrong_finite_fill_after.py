"""From the task text alone: fills with -50 after the division. [sampling_probabilities.finite_fill]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    scaled = logits / temperature
    if top_k is not None:
        least = scaled.topk(min(top_k, len(scaled))).values[-1]
        scaled = scaled.masked_fill(scaled < least, -50.0)
    return scaled.softmax(-1)
