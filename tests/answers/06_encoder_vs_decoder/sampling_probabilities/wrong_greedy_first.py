"""From the task text alone: with top_k = 1 the temperature is not looked at. [sampling_probabilities.zero_passed]"""

@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if top_k == 1:  # greedy: everything on the largest
        return torch.zeros_like(logits).scatter(0, logits.argmax(0, keepdim=True), 1.0)
    if temperature <= 0:
        raise ValueError("the temperature has to be above 0")
    scaled = logits / temperature
    if top_k is not None and top_k < len(scaled):
        best = scaled.topk(top_k)
        scaled = torch.full_like(scaled, -torch.inf).scatter(0, best.indices, best.values)
    return scaled.softmax(-1)
