"""Keeps the first ids. [sampling_probabilities.first_kept]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    scores = (logits / temperature).clone()
    if top_k is not None:
        scores[top_k:] = -torch.inf
    return scores.softmax(-1)
