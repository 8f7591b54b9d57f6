"""From the task text alone: dropped logits become -100, not -inf. [sampling_probabilities.finite_fill]"""

@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("the temperature has to be greater than 0")
    scaled = logits / temperature
    if top_k is not None and top_k < len(scaled):
        kept = scaled.topk(top_k)
        scaled = torch.full_like(scaled, -100.0).scatter(0, kept.indices, kept.values)
    return scaled.softmax(dim=0)
