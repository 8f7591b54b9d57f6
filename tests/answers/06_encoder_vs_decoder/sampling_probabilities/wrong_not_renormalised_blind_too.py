"""From the task text alone: the tokens not kept are set to 0 after the softmax, so the rest does not add up to 1. [sampling_probabilities.not_renormalised]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("temperature must be greater than 0")
    probs = torch.softmax(logits / temperature, dim=-1)
    if top_k is None or top_k >= len(logits):
        return probs
    values, indices = probs.topk(top_k)
    result = torch.zeros_like(probs)
    result[indices] = values
    return result
