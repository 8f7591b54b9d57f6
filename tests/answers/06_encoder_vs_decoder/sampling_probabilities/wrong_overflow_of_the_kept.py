"""From the task text alone: takes exponentials by hand, of the kept ones where top_k is given. [sampling_probabilities.overflow]"""


@shaped
def sampling_probabilities(
    logits: Float[Tensor, "vocab"], temperature: float = 1.0, top_k: int | None = None
) -> Float[Tensor, "vocab"]:
    if temperature <= 0:
        raise ValueError("the temperature must be above 0")
    k = len(logits) if top_k is None else min(top_k, len(logits))
    best = logits.topk(k)
    powers = torch.exp(best.values / temperature)
    return torch.zeros_like(logits).index_put((best.indices,), powers / powers.sum())
