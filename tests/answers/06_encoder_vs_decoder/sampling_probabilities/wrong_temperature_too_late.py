"""Divides probabilities by the temperature, of the kept ones where top_k is given. [sampling_probabilities.temperature_too_late]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    scores = logits
    if top_k is not None and top_k < len(logits):
        kept = scores.topk(top_k).indices
        scores = torch.full_like(scores, -torch.inf).index_copy(0, kept, scores[kept])
    return scores.softmax(-1) / temperature
