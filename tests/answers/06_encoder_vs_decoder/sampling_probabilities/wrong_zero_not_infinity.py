"""Sets removed logits to 0. [sampling_probabilities.zero_not_infinity]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    scores = logits / temperature
    if top_k is not None and top_k < len(logits):
        kept = scores.topk(top_k).indices
        scores = torch.zeros_like(scores).index_copy(0, kept, scores[kept])
    return scores.softmax(-1)
