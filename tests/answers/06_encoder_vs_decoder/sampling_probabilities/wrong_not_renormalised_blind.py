"""From the task text alone: zeroes probabilities after the softmax and forgets that the rest has to add up to 1. [sampling_probabilities.not_renormalised]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")

    probabilities = (logits / temperature).softmax(-1)
    if top_k is not None:
        best = probabilities.topk(min(top_k, len(probabilities)))
        probabilities = torch.zeros_like(probabilities).scatter(0, best.indices, best.values)
    return probabilities
