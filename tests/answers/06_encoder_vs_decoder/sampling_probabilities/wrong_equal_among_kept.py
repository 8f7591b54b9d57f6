"""Shares evenly among the kept. [sampling_probabilities.equal_among_kept]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    scores = logits / temperature
    if top_k is None or top_k >= len(logits):
        return scores.softmax(-1)
    kept = torch.zeros_like(scores)
    kept[scores.topk(top_k).indices] = 1 / top_k
    return kept
