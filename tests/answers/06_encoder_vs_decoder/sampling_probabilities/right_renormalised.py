"""Erases probabilities and divides again."""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    chances = (logits / temperature).softmax(-1)
    if top_k is not None and top_k < len(chances):
        chances = chances.clone()
        chances[chances.argsort()[:-top_k]] = 0
    return chances / chances.sum()
