"""Scatters the best into zeros."""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    k = len(logits) if top_k is None else min(top_k, len(logits))
    values, indices = (logits / temperature).topk(k)
    return torch.zeros_like(logits).scatter(0, indices, values.softmax(-1))
