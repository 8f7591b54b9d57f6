"""From the task text alone: others get the logit -100 before the division: at a high temperature they keep some probability. [sampling_probabilities.finite_fill]"""

@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("temperature must be greater than 0")
    scores = logits.clone()
    if top_k is not None and top_k < len(scores):
        scores[scores.argsort(descending=True)[top_k:]] = -100.0
    return (scores / temperature).softmax(-1)
