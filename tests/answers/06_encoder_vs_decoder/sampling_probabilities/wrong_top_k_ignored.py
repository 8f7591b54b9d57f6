"""Forgets top_k. [sampling_probabilities.top_k_ignored]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    return (logits / temperature).softmax(-1)
