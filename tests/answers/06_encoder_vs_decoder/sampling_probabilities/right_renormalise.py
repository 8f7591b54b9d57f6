"""Takes the softmax first, zeroes what comes after the first k and divides by the sum."""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")

    probabilities = torch.softmax(logits / temperature, dim=0)
    if top_k is None:
        return probabilities
    order = probabilities.argsort(descending=True, stable=True)
    probabilities[order[top_k:]] = 0.0
    return probabilities / probabilities.sum()
