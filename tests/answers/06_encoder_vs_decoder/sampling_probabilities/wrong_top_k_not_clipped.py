"""From the task text alone: hands a top_k larger than the vocabulary to topk, which fails. [sampling_probabilities.k_too_large]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")

    scaled = logits / temperature
    if top_k is not None:
        best = scaled.topk(top_k)
        scaled = torch.full_like(scaled, -torch.inf).scatter(0, best.indices, best.values)
    return scaled.softmax(-1)
