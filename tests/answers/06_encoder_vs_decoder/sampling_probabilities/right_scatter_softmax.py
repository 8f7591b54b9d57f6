"""Takes the softmax of the kept logits only and scatters it into zeros."""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if not temperature > 0:
        raise ValueError(temperature)
    count = len(logits) if top_k is None else min(top_k, len(logits))
    best = logits.topk(count)
    small = (best.values / temperature).softmax(0)
    return torch.zeros_like(logits).scatter(0, best.indices, small)
