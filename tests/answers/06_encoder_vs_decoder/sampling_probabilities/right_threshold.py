"""Compares with the k-th largest."""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    scores = logits / temperature
    if top_k is not None:
        smallest = scores.topk(min(top_k, len(scores))).values[-1]
        scores = scores.masked_fill(scores < smallest, -torch.inf)
    return nn.functional.softmax(scores, dim=0)
