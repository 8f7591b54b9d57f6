"""Compares with the next one. [sampling_probabilities.one_too_many]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    scores = logits / temperature
    if top_k is not None and top_k < len(logits):
        scores = scores.masked_fill(scores < scores.topk(top_k + 1).values[-1], -torch.inf)
    return scores.softmax(-1)
