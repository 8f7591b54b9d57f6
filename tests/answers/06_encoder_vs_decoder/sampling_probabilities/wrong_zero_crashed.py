"""Divides as a Python number. [sampling_probabilities.zero_crashed, sampling_probabilities.zero_passed]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    scores = logits * (1 / temperature)
    if top_k is not None and top_k < len(logits):
        kept = scores.topk(top_k).indices
        scores = torch.full_like(scores, -torch.inf).index_copy(0, kept, scores[kept])
    return scores.softmax(-1)
